import { mineCopy } from '@/copy/community';
import { Mine } from '@/features/community/mine';
import { Page } from '@/ui/page';

/** The person's own proposals. */
export default function MinePage() {
  return (
    <Page title={mineCopy.title} lead={mineCopy.lead}>
      <Mine />
    </Page>
  );
}
