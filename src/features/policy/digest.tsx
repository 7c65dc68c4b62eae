import { useState } from 'react';
import { View } from '@tarojs/components';
import { policyCopy } from '@/copy/policy';
import { copyText } from '@/platform/clipboard';
import { accessible } from '@/ui/accessible';
import { Cell, Cells } from '@/ui/cells';
import type { Policy } from './model';
import './policy.less';

/** Which version this is, and the digest that proves its text; a tap copies it (P70). */
export function Digest({ policy: { version, updatedOn, effectiveOn, digest } }: { policy: Policy }) {
  const [outcome, setOutcome] = useState<boolean>();
  return (
    <Cells tips={policyCopy.digestHint}>
      <Cell title={policyCopy.version(version)} desc={policyCopy.dates(updatedOn, effectiveOn)} />
      <Cell
        className="policy-digest"
        title={policyCopy.digest}
        desc={
          <>
            <View className="policy-hex">{digest}</View>
            {outcome !== undefined && (
              <View {...accessible({ role: 'status' })}>
                {outcome ? policyCopy.copied : policyCopy.copyFailed}
              </View>
            )}
          </>
        }
        onTap={() => void copyText(digest).then(setOutcome)}
      />
    </Cells>
  );
}
