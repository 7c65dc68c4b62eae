import { informationCopy } from '@/copy/privacy/information';
import { Information } from '@/features/information/information';
import { Page } from '@/ui/page';

/** Everything held about the account. */
export default function InformationPage() {
  return (
    <Page title={informationCopy.title} lead={informationCopy.lead}>
      <Information />
    </Page>
  );
}
