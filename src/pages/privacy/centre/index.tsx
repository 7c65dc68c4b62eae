import { centreCopy } from '@/copy/privacy/centre';
import { Centre } from '@/features/privacy-centre/centre';
import { Page } from '@/ui/page';

/** The privacy centre: every right of the person, one tap away. */
export default function CentrePage() {
  return (
    <Page title={centreCopy.title} lead={centreCopy.lead}>
      <Centre />
    </Page>
  );
}
