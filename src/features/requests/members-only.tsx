import type { ReactNode } from 'react';
import { GuestState, LeadToFrozen, Loaded } from '@/features/privacy-centre/loaded';
import { useWho } from '@/features/privacy-centre/use-own';

/** What only a member can do; a guest gets a way to log in, a frozen account is led to where it can be restored. */
export function MembersOnly({ children }: { children: ReactNode }) {
  const session = useWho();
  return (
    <Loaded state={session}>
      {({ status }) => {
        if (status === 'guest') return <GuestState />;
        return status === 'frozen' ? <LeadToFrozen /> : children;
      }}
    </Loaded>
  );
}
