import { Fragment } from 'react';
import { account } from '@/contracts/account';
import type { Output } from '@/contracts/operation';
import type { PhoneProof as Proof } from '@/contracts/values';
import { guardianCopy } from '@/copy/privacy/child';
import { useCall } from '@/features/call/use-call';
import { PhoneProof } from '@/features/phone/phone-proof';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';

type Ward = Output<typeof account.wards>['wards'][number];

export interface WardsProps {
  wards: readonly Ward[];
  /** The child whose consent is being withdrawn. */
  ending: string | undefined;
  onEnding: (ward: string | undefined) => void;
  onEnded: () => void;
}

/** The children, each with the way to withdraw the consent, and to ask for what is the child's right. */
export function Wards({ wards, ending, onEnding, onEnded }: WardsProps) {
  const { run, isRunning, failure } = useCall(account.endGuardianship);
  const end = async (ward: string, phone: Proof) => {
    const result = await run({ ward, phone });
    if (result.ok) onEnded();
  };
  return (
    <>
      <Cells title={guardianCopy.wards}>
        {wards.length === 0 && <Cell title={guardianCopy.none} />}
        {wards.map(({ ward, nickname, relationship, registeredAt, isLeaving }) => (
          <Fragment key={ward}>
            <Cell
              className="guardian-ward"
              title={guardianCopy.ward(nickname, guardianCopy.relationships[relationship])}
              desc={isLeaving ? guardianCopy.leaving : guardianCopy.since(instantInWords(registeredAt))}
              {...(!isLeaving && {
                value: guardianCopy.end,
                onTap: () => {
                  onEnding(ward);
                },
              })}
            />
            {!isLeaving && <ForThisChild ward={ward} />}
          </Fragment>
        ))}
      </Cells>
      {ending !== undefined && (
        <>
          <Notice kind="warn" title={guardianCopy.endTitle}>
            {guardianCopy.endText}
          </Notice>
          <PhoneProof
            purpose="endGuardianship"
            busy={isRunning}
            failure={failure}
            onProof={(phone) => void end(ending, phone)}
          />
          <Button
            onTap={() => {
              onEnding(undefined);
            }}
          >
            {guardianCopy.cancel}
          </Button>
        </>
      )}
    </>
  );
}

/** What a guardian can do about one child besides withdrawing: ask, and see what became of it. */
function ForThisChild({ ward }: { ward: string }) {
  return (
    <>
      <Cell
        className="ward-request"
        {...guardianCopy.request}
        onTap={to('pages/privacy/request/index', { ward })}
      />
      <Cell
        className="ward-requests"
        title={guardianCopy.requests}
        onTap={to('pages/privacy/requests/index', { ward })}
      />
    </>
  );
}
