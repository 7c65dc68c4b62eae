import { operator } from '@/copy/common';
import { homeCopy } from '@/copy/home';
import { NewsNotice } from '@/features/policy/news-notice';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { NewVersion } from '@/features/update/new-version';
import { useShareCard } from '@/platform/share';
import { Page } from '@/ui/page';
import { useFirstPaint } from '@/ui/use-first-paint';
import { AccountEntry } from './account-entry';
import { CityBar } from './city-bar';
import { Entries } from './entries';
import { HomeFoot } from './home-foot';

/** The home page: open to everyone; nothing on it writes or asks WeChat for anything personal (P04). */
export function Home() {
  useSessionOnShow();
  const isPainted = useFirstPaint();
  useShareCard(`${operator.platform}：${homeCopy.lead}`, 'pages/home/index');
  return (
    <Page title={operator.platform} lead={homeCopy.lead}>
      {isPainted && (
        <>
          <NewVersion />
          <NewsNotice />
          <CityBar />
          <AccountEntry />
          <Entries />
          <HomeFoot />
        </>
      )}
    </Page>
  );
}
