import type { ReactNode } from 'react';
import { account } from '@/contracts/account';
import { guardianCopy } from '@/copy/privacy/child';
import { requestCopy } from '@/copy/privacy/requests';
import { useLoaded } from '@/features/call/use-loaded';
import { Loaded } from '@/features/privacy-centre/loaded';
import { Notice } from '@/ui/notice';

const { ward: words } = requestCopy;

/** Says for which child a form is; without a child of the guardian's there is no form. No name stands in an address. */
export function ForWard({ ward, children }: { ward: string; children: ReactNode }) {
  const wards = useLoaded(account.wards, {});
  return (
    <Loaded state={wards}>
      {(known) => {
        const child = known.wards.find((each) => each.ward === ward && !each.isLeaving);
        if (!child) return <Notice kind="error">{words.gone}</Notice>;
        const name = guardianCopy.wardNamed(child.nickname, guardianCopy.relationships[child.relationship]);
        return (
          <>
            <Notice title={words.title}>{words.text(name)}</Notice>
            {children}
          </>
        );
      }}
    </Loaded>
  );
}
