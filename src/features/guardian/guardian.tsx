import { useState } from 'react';
import { account } from '@/contracts/account';
import { guardianCopy } from '@/copy/privacy/child';
import { Loaded } from '@/features/privacy-centre/loaded';
import { useOwn } from '@/features/privacy-centre/use-own';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { ConsentForm } from './consent-form';
import { Wards } from './wards';

/** For a member: consenting for a child, and the children consented for. */
export function Guardian() {
  const wards = useOwn(account.wards, {});
  // Asked here, for a part that comes later no longer hears that the page was shown.
  const version = useSessionOnShow().account?.policyVersion;
  const [ending, setEnding] = useState<string>();
  return (
    <Loaded state={wards}>
      {(known) => (
        <>
          <Cells>
            <Cell
              className="to-child-rules"
              title={guardianCopy.readRules}
              onTap={to('pages/privacy/child-rules/index')}
            />
            <Cell
              className="guardian-complain"
              {...guardianCopy.complain}
              onTap={to('pages/privacy/request/index', { kind: 'guardian' })}
            />
          </Cells>
          <Wards
            wards={known.wards}
            ending={ending}
            onEnding={setEnding}
            onEnded={() => {
              setEnding(undefined);
              void wards.reload();
            }}
          />
          {/* One question at a time: both ask for the phone. */}
          {version !== undefined && ending === undefined && <ConsentForm version={version} />}
        </>
      )}
    </Loaded>
  );
}
