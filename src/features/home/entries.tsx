import { commonCopy } from '@/copy/common';
import { homeCopy } from '@/copy/home';
import { type PageName, to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

const entries: readonly { page: PageName; title: string; desc: string; className: string }[] = [
  {
    page: 'pages/community/feed/index',
    title: homeCopy.community,
    desc: homeCopy.communityHint,
    className: 'home-community',
  },
  {
    page: 'pages/community/surveys/index',
    title: homeCopy.surveys,
    desc: homeCopy.surveysHint,
    className: 'home-surveys',
  },
  {
    page: 'pages/privacy/centre/index',
    title: homeCopy.centre,
    desc: homeCopy.centreHint,
    className: 'home-centre',
  },
  {
    page: 'pages/privacy/requests/index',
    title: homeCopy.requests,
    desc: homeCopy.requestsHint,
    className: 'home-requests',
  },
  {
    page: 'pages/policy/index',
    title: commonCopy.policy,
    desc: homeCopy.policyHint,
    className: 'home-policy',
  },
];

/** What the platform offers today; nothing is shown that is not there yet. */
export function Entries() {
  return (
    <Cells title={homeCopy.today}>
      {entries.map(({ page, ...entry }) => (
        <Cell key={page} {...entry} onTap={to(page)} />
      ))}
    </Cells>
  );
}
