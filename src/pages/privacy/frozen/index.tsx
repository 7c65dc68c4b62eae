import { frozenCopy } from '@/copy/privacy/deregistration';
import { Frozen } from '@/features/deregistration/frozen';
import { Page } from '@/ui/page';

/** A frozen account: until when it can be restored; the heading says so whatever the account is by now. */
export default function FrozenPage() {
  return (
    <Page title={frozenCopy.heading}>
      <Frozen />
    </Page>
  );
}
