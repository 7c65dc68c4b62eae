import { inboxCopy } from '@/copy/privacy/inbox';
import { Inbox } from '@/features/inbox/inbox';
import { Page } from '@/ui/page';

/** What the person was told. */
export default function InboxPage() {
  return (
    <Page title={inboxCopy.title} lead={inboxCopy.lead}>
      <Inbox />
    </Page>
  );
}
