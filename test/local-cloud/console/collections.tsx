import { useState } from 'react';
import type { CollectionPlan } from '../../../src/contracts/data-map/derive/provision';
import { collectionLabel } from '../page-kit/columns';
import { Card, Chip, Empty, Notice } from '../page-kit/parts';
import { StoredRow } from '../page-kit/stored-row';
import { usePolled } from '../page-kit/use-polled';
import { copy } from './copy';

interface Held {
  name: string;
  count: number;
  indexes: CollectionPlan['indexes'];
}

interface Page {
  total: number;
  documents: Record<string, unknown>[];
}

const PAGE = 10;

/** Every collection with its documents as they lie on disk. */
export function CollectionsTab() {
  const { collections: words } = copy;
  const { answer } = usePolled<Held[]>('/api/collections');
  const [chosen, setChosen] = useState<string>();
  const all = answer?.ok === true ? answer.data : [];
  const shown = all.find(({ name }) => name === chosen) ?? all[0];
  return (
    <>
      <Card title={words.title}>
        {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
        <div className="row" role="group" aria-label={words.title}>
          {all.map(({ name, count }) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === shown?.name}
              onClick={() => {
                setChosen(name);
              }}
            >
              {collectionLabel(name)} <span className="soft small">{count}</span>
            </button>
          ))}
        </div>
      </Card>
      {shown && <Documents key={shown.name} held={shown} />}
    </>
  );
}

function Documents({ held: { name, count, indexes } }: { held: Held }) {
  const { collections: words } = copy;
  const [offset, setOffset] = useState(0);
  const { answer } = usePolled<Page>(
    `/api/collections/${encodeURIComponent(name)}?offset=${String(offset)}&limit=${String(PAGE)}`,
  );
  const documents = answer?.ok === true ? answer.data.documents : [];
  return (
    <Card
      title={collectionLabel(name)}
      aside={
        <span className="row">
          <code className="soft">{name}</code>
          <Chip>{words.rows(count)}</Chip>
        </span>
      }
    >
      <div className="stack">
        {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
        <div className="row small">
          <span className="soft">{words.indexes}</span>
          {indexes.map((index) => (
            <code key={index.name}>
              {index.name}(
              {index.fields.map(({ field, direction }) => (direction < 0 ? `-${field}` : field)).join(', ')})
              {index.unique && ` ${words.unique}`}
            </code>
          ))}
        </div>
        {count === 0 && <Empty>{words.empty}</Empty>}
        {documents.map((row) => (
          <div key={String(row['_id'])} className="document">
            <StoredRow collection={name} row={row} />
          </div>
        ))}
        {count > PAGE && (
          <div className="row">
            <button
              type="button"
              disabled={offset === 0}
              onClick={() => {
                setOffset(Math.max(0, offset - PAGE));
              }}
            >
              {words.earlier}
            </button>
            <button
              type="button"
              disabled={offset + PAGE >= count}
              onClick={() => {
                setOffset(offset + PAGE);
              }}
            >
              {words.later}
            </button>
            <small>{words.page(offset + 1, Math.min(offset + PAGE, count), count)}</small>
          </div>
        )}
      </div>
    </Card>
  );
}
