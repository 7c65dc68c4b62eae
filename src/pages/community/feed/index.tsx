import { feedCopy } from '@/copy/community';
import { Feed } from '@/features/community/feed';
import { Page } from '@/ui/page';

/** What everybody proposed. */
export default function FeedPage() {
  return (
    <Page title={feedCopy.title} lead={feedCopy.lead}>
      <Feed />
    </Page>
  );
}
