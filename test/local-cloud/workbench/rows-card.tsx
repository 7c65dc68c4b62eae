import type { RecentRows } from '../doors/recent';
import { collectionLabel } from '../page-kit/columns';
import { Card, Chip, Empty } from '../page-kit/parts';
import { StoredRow } from '../page-kit/stored-row';
import { changesBetween, type Changes } from './changes';
import { copy } from './copy';

const MOST_ROWS = 3;
const MOST_COLUMNS = 7;

interface Section {
  now: RecentRows;
  changes: Changes;
}

/** What the database holds, as it lies on disk; what changed since `before` comes first and is marked. */
export function RowsCard({
  now,
  before,
  subject,
}: {
  now: readonly RecentRows[];
  before: readonly RecentRows[];
  subject: string | null;
}) {
  const sections = now.map((one) => ({
    now: one,
    changes: changesBetween(
      before.find(({ name }) => name === one.name),
      one,
    ),
  }));
  const isChanged = ({ changes }: Section): boolean => changes.columns.size > 0 || changes.grown !== 0;
  const shown = sections.filter((section) => section.now.count > 0 || isChanged(section));
  const empty = sections.filter((section) => !shown.includes(section));
  shown.sort((one, other) => Number(isChanged(other)) - Number(isChanged(one)));
  return (
    <Card title={copy.rows.title} className="rows-card">
      <p className="soft small">{copy.rows.hint}</p>
      {shown.length === 0 && <Empty>{copy.rows.empty}</Empty>}
      {shown.map((section) => (
        <CollectionRows key={section.now.name} section={section} subject={subject} />
      ))}
      {empty.length > 0 && (
        <p className="soft small">
          {copy.rows.emptyOnes}
          {empty.map((section) => collectionLabel(section.now.name)).join('、')}
        </p>
      )}
    </Card>
  );
}

function CollectionRows({ section, subject }: { section: Section; subject: string | null }) {
  const { now, changes } = section;
  const { rows: words } = copy;
  const rows = [...now.rows].sort(
    (one, other) => Number(changes.columns.has(other._id)) - Number(changes.columns.has(one._id)),
  );
  const isYours = (row: Record<string, unknown>): boolean =>
    subject !== null && (row['_id'] === subject || row['subject'] === subject);
  return (
    <section className="collection" aria-label={collectionLabel(now.name)}>
      <h3 className="row">
        {collectionLabel(now.name)} <code className="soft">{now.name}</code>
        <Chip>{words.count(now.count)}</Chip>
        {changes.grown !== 0 && <Chip tone="warn">{words.grown(changes.grown)}</Chip>}
        {changes.grown === 0 && changes.columns.size > 0 && <Chip tone="warn">{words.changed}</Chip>}
      </h3>
      {rows.slice(0, MOST_ROWS).map((row) => (
        <div key={row._id} className="row-box">
          {isYours(row) && <Chip tone="good">{words.yours}</Chip>}
          <StoredRow
            collection={now.name}
            row={row}
            fresh={changes.columns.get(row._id)}
            most={MOST_COLUMNS}
          />
        </div>
      ))}
      {now.count > MOST_ROWS && <small>{words.more(now.count - MOST_ROWS)}</small>}
    </section>
  );
}
