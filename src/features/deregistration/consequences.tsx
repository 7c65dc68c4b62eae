import { View } from '@tarojs/components';
import { deregisterCopy } from '@/copy/privacy/deregistration';
import { Cell, Cells } from '@/ui/cells';
import { erased, kept } from './model';

const join = (words: readonly string[]) => words.join('、');

/** What will be erased and what the law keeps, as the data map declares it. */
export function Consequences() {
  return (
    <>
      <Cells title={deregisterCopy.erased.group} tips={deregisterCopy.erased.tips}>
        {erased().map(({ collection, fields }) => (
          <Cell key={collection} title={collection} desc={join(fields)} />
        ))}
      </Cells>
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
    </>
  );
}
