import { requestsCopy } from '@/copy/privacy/requests';
import { Requests } from '@/features/requests/requests';
import { Page } from '@/ui/page';

/** The list of the person's requests. */
export default function RequestsPage() {
  return (
    <Page title={requestsCopy.title} lead={requestsCopy.lead}>
      <Requests />
    </Page>
  );
}
