import { useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '@/contracts/policy';
import { policyCopy } from '@/copy/policy';
import { useLoaded } from '@/features/call/use-loaded';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Copied, useCopy } from '@/ui/copying';
import { Loading } from '@/ui/loading';
import { ErrorState } from '@/ui/states';
import './policy.less';

/** The key with which proof is signed, asked for only when somebody wants to check something. */
export function SigningKey() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <View className="policy-contents">
        <Button
          size="mini"
          className="policy-key-open"
          onTap={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? policyCopy.hideKey : policyCopy.showKey}
        </Button>
      </View>
      {isOpen && <Key />}
    </>
  );
}

function Key() {
  const { data, failure, reload } = useLoaded(policy.publicKey, {});
  const { copy, isDone } = useCopy(data?.pem ?? '');
  if (data === undefined) {
    if (failure) return <ErrorState error={failure} onRetry={() => void reload()} />;
    return <Loading />;
  }
  return (
    <Cells tips={policyCopy.keyHint}>
      <Cell
        title={policyCopy.key}
        desc={<View className="policy-hex policy-fingerprint">{data.fingerprint}</View>}
      />
      <Cell
        className="policy-key-copy"
        title={policyCopy.copyKey}
        desc={
          <>
            <View className="policy-hex">{data.pem}</View>
            <Copied isDone={isDone} />
          </>
        }
        onTap={copy}
      />
    </Cells>
  );
}
