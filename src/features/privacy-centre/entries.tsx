import { centreCopy } from '@/copy/privacy/centre';
import { go, type PageName, type Query } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

const { entries, groups } = centreCopy;

/** An entry of the centre; its class for tests is `to-<name>`. */
export type EntryName = keyof typeof entries;

const pages = {
  information: 'pages/privacy/information/index',
  collected: 'pages/privacy/collected/index',
  recipients: 'pages/privacy/recipients/index',
  consents: 'pages/privacy/consents/index',
  history: 'pages/privacy/history/index',
  request: 'pages/privacy/request/index',
  leak: 'pages/privacy/request/index',
  requests: 'pages/privacy/requests/index',
  policy: 'pages/policy/index',
  certificate: 'pages/privacy/certificate/index',
  guardian: 'pages/privacy/guardian/index',
  childRules: 'pages/privacy/child-rules/index',
  deregister: 'pages/privacy/deregister/index',
} as const satisfies Record<EntryName, PageName>;

/** What an entry already knows of the page it opens. */
const queries: Readonly<Partial<Record<EntryName, Query>>> = { leak: { kind: 'leak' } };

const layout: readonly { title: string; names: readonly EntryName[] }[] = [
  { title: groups.see, names: ['information', 'collected', 'recipients'] },
  { title: groups.choose, names: ['consents', 'history'] },
  { title: groups.ask, names: ['request', 'leak', 'requests'] },
  { title: groups.leave, names: ['policy', 'childRules', 'guardian', 'deregister', 'certificate'] },
];

/** What a frozen account can still open, besides the way to restore it, which stands above. */
const whenFrozen: readonly { title: string; names: readonly EntryName[] }[] = [
  { title: groups.see, names: ['collected', 'recipients'] },
  { title: groups.leave, names: ['policy', 'certificate'] },
];

export interface EntriesProps {
  isFrozen: boolean;
  /** A fresher line under 我的请求: the next deadline. */
  requestsNote?: string | undefined;
}

/** The person's rights, each one tap away. */
export function Entries({ isFrozen, requestsNote }: EntriesProps) {
  return (
    <>
      {(isFrozen ? whenFrozen : layout).map(({ title, names }) => (
        <Cells key={title} title={title}>
          {names.map((name) => (
            <Cell
              key={name}
              className={`to-${name}`}
              title={entries[name].title}
              desc={name === 'requests' ? (requestsNote ?? entries[name].desc) : entries[name].desc}
              onTap={() => {
                go(pages[name], queries[name]);
              }}
            />
          ))}
        </Cells>
      ))}
    </>
  );
}
