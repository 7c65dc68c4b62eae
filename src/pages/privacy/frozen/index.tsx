import { Frozen } from '@/features/deregistration/frozen';
import { Page } from '@/ui/page';

/** A frozen account: until when it can be restored; the heading depends on what the account is by now. */
export default function FrozenPage() {
  return (
    <Page>
      <Frozen />
    </Page>
  );
}
