import { frozenCopy } from '@/copy/privacy/deregistration';
import { Frozen } from '@/features/deregistration/frozen';
import { useSession } from '@/features/session/store';
import { Page } from '@/ui/page';

/** A frozen account: until when it can be restored; the heading says that it is leaving only while it is. */
export default function FrozenPage() {
  const isFrozen = useSession(({ status }) => status === 'frozen');
  return (
    <Page title={frozenCopy.heading[isFrozen ? 'frozen' : 'other']}>
      <Frozen />
    </Page>
  );
}
