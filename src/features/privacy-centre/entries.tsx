import { centreCopy } from '@/copy/privacy/centre';
import { to, type PageName, type Query } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';

const { entries, groups } = centreCopy;

/** An entry of the centre; its class for tests is `to-<name>`. */
export type EntryName = keyof typeof entries;

/** Entries whose page has another name than theirs. */
const namedOtherwise = {
  minors: 'pages/privacy/request/index',
  policy: 'pages/policy/index',
  childRules: 'pages/privacy/child-rules/index',
} as const satisfies Partial<Record<EntryName, PageName>>;

const isNamedOtherwise = (name: EntryName): name is keyof typeof namedOtherwise => name in namedOtherwise;

const pageOf = (name: EntryName): PageName =>
  isNamedOtherwise(name) ? namedOtherwise[name] : `pages/privacy/${name}/index`;

/** What an entry already knows of the page it opens. */
const queries: Readonly<Partial<Record<EntryName, Query>>> = { minors: { kind: 'guardian' } };

const layout: readonly { title: string; names: readonly EntryName[] }[] = [
  { title: groups.see, names: ['information', 'collected', 'recipients'] },
  { title: groups.choose, names: ['consents', 'history'] },
  { title: groups.ask, names: ['request', 'leak', 'minors', 'requests', 'inbox'] },
  { title: groups.leave, names: ['policy', 'childRules', 'guardian', 'deregister', 'certificate'] },
];

/** What an account that is shut can still open, besides the way to open it again, which stands above. */
const whenShut: readonly { title: string; names: readonly EntryName[] }[] = [
  { title: groups.see, names: ['collected', 'recipients'] },
  { title: groups.leave, names: ['policy', 'certificate'] },
];

export interface EntriesProps {
  isShut: boolean;
  /** Fresher lines under some of them. */
  notes?: Readonly<Partial<Record<EntryName, string | undefined>>>;
  /** What some of them do instead of opening their page. */
  taps?: Readonly<Partial<Record<EntryName, () => void>>>;
}

/** The person's rights, each one tap away. */
export function Entries({ isShut, notes = {}, taps = {} }: EntriesProps) {
  return (
    <>
      {(isShut ? whenShut : layout).map(({ title, names }) => (
        <Cells key={title} title={title}>
          {names.map((name) => (
            <Cell
              key={name}
              className={`to-${name}`}
              title={entries[name].title}
              desc={notes[name] ?? entries[name].desc}
              onTap={taps[name] ?? to(pageOf(name), queries[name])}
            />
          ))}
        </Cells>
      ))}
    </>
  );
}
