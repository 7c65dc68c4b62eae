import { historyCopy } from '@/copy/privacy/consents';
import { History } from '@/features/consents/history';
import { Page } from '@/ui/page';

/** Every consent given or withdrawn, with receipts. */
export default function HistoryPage() {
  return (
    <Page title={historyCopy.title} lead={historyCopy.lead}>
      <History />
    </Page>
  );
}
