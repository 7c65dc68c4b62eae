import { View } from '@tarojs/components';
import { deregisterCopy } from '@/copy/privacy/deregistration';
import { Cell, Cells } from '@/ui/cells';
import { kept } from './model';

const join = (words: readonly string[]) => words.join('、');

/** What the law keeps of somebody who leaves or has left, with that law and the time, as the data map declares it. */
export function KeptByLaw() {
  return (
    <Cells title={deregisterCopy.kept.group} tips={deregisterCopy.kept.tips}>
      {kept().map(({ collection, fields, because, lives }) => (
        <Cell
          key={collection}
          title={collection}
          desc={
            <>
              <View>{join(fields)}</View>
              <View>{join(because)}</View>
              <View>{deregisterCopy.kept.life(join(lives))}</View>
            </>
          }
        />
      ))}
    </Cells>
  );
}
