import { View } from '@tarojs/components';
import { policyCopy } from '@/copy/policy';
import { Cell, Cells } from '@/ui/cells';
import { Copied, useCopy } from '@/ui/copying';
import type { Policy } from './model';
import './policy.less';

/** Which version this is, and the digest that proves its text; a tap copies it (P70). */
export function Digest({ policy: { version, updatedOn, effectiveOn, digest } }: { policy: Policy }) {
  const { copy, isDone } = useCopy(digest);
  return (
    <Cells tips={policyCopy.digestHint}>
      <Cell title={policyCopy.version(version)} desc={policyCopy.dates(updatedOn, effectiveOn)} />
      <Cell
        className="policy-digest"
        title={policyCopy.digest}
        desc={
          <>
            <View className="policy-hex">{digest}</View>
            <Copied isDone={isDone} />
          </>
        }
        onTap={copy}
      />
    </Cells>
  );
}
