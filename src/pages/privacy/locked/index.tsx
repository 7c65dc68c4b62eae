import { lockCopy } from '@/copy/privacy/lock';
import { Locked } from '@/features/lock/locked';
import { Page } from '@/ui/page';

/** The lock of the account; the heading says so whether it is on or off. */
export default function LockedPage() {
  return (
    <Page title={lockCopy.title}>
      <Locked />
    </Page>
  );
}
