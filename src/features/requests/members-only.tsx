import type { ReactNode } from 'react';
import { GuestState, LeadToShut, Loaded } from '@/features/privacy-centre/loaded';
import { isShut } from '@/features/session/shut';
import { useWho } from '@/features/privacy-centre/use-own';

/** What only a member can do; a guest gets a way to log in, an account that is shut one to open it. */
export function MembersOnly({ children }: { children: ReactNode }) {
  const session = useWho();
  return (
    <Loaded state={session}>
      {({ status }) => {
        if (status === 'guest') return <GuestState />;
        return isShut(status) ? <LeadToShut how={status} /> : children;
      }}
    </Loaded>
  );
}
