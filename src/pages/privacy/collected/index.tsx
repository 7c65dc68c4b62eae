import { collectedCopy } from '@/copy/privacy/lists';
import { Collected } from '@/features/lists/collected';
import { Page } from '@/ui/page';

/** The list of collected information, read from the data map. */
export default function CollectedPage() {
  return (
    <Page title={collectedCopy.title} lead={collectedCopy.lead}>
      <Collected />
    </Page>
  );
}
