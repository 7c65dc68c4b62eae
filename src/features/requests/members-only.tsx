import type { ReactNode } from 'react';
import { GuestState, LeadToShut, Loaded } from '@/features/privacy-centre/loaded';
import { isShut } from '@/features/session/shut';
import { useWho } from '@/features/privacy-centre/use-own';

export interface MembersOnlyProps {
  /** What a guest is told. */
  guest: { title: string; text: string };
  children: ReactNode;
}

/** What only a member can do; a guest gets a way to log in, an account that is shut one to open it. */
export function MembersOnly({ guest, children }: MembersOnlyProps) {
  const session = useWho();
  return (
    <Loaded state={session}>
      {({ status }) => {
        if (status === 'guest') return <GuestState {...guest} />;
        return isShut(status) ? <LeadToShut how={status} /> : children;
      }}
    </Loaded>
  );
}
