import { recipientsCopy } from '@/copy/privacy/lists';
import { Recipients } from '@/features/recipients/recipients';
import { Page } from '@/ui/page';

/** The list of who receives what, read from the data map. */
export default function RecipientsPage() {
  return (
    <Page title={recipientsCopy.title} lead={recipientsCopy.lead}>
      <Recipients />
    </Page>
  );
}
