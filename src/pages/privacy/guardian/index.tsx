import { guardianCopy } from '@/copy/privacy/child';
import { Guardian } from '@/features/guardian/guardian';
import { Page } from '@/ui/page';

/** Where a guardian consents for a child and withdraws it. */
export default function GuardianPage() {
  return (
    <Page title={guardianCopy.title} lead={guardianCopy.lead}>
      <Guardian />
    </Page>
  );
}
