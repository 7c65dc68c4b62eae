import { useState } from 'react';
import { shownColumn, valueText, type Form } from './columns';
import { Chip, type Tone } from './parts';

const marks = {
  plain: undefined,
  sealed: { tone: 'sealed', text: '已加密' },
  digest: { tone: 'digest', text: '指纹' },
} as const satisfies Record<Form, { tone: Tone; text: string } | undefined>;

/** One row exactly as it lies on disk, column by column. */
export function StoredRow({
  collection,
  row,
  fresh,
  most = Infinity,
}: {
  collection: string;
  row: Record<string, unknown>;
  /** Columns to highlight; undefined highlights none. */
  fresh?: ReadonlySet<string> | undefined;
  /** Columns shown before one asks for more; a highlighted one is always shown. */
  most?: number;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const columns = Object.entries(row);
  const shown = columns.filter(([column], at) => isWhole || at < most || fresh?.has(column) === true);
  const hidden = columns.length - shown.length;
  return (
    <div className="stored-row">
      <dl>
        {shown.map(([column, value]) => {
          const { label, form } = shownColumn(collection, column, value);
          const mark = marks[form];
          return (
            <div key={column} className={fresh?.has(column) === true ? 'fresh' : undefined}>
              <dt title={column}>{label}</dt>
              <dd className={form} title={valueText(value).slice(0, 600)}>
                {mark && <Chip tone={mark.tone}>{mark.text}</Chip>}
                <span>{valueText(value).slice(0, 600)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      {(hidden > 0 || isWhole) && columns.length > most && (
        <button
          type="button"
          className="link"
          aria-expanded={isWhole}
          onClick={() => {
            setIsWhole(!isWhole);
          }}
        >
          {isWhole ? '收起' : `还有 ${String(hidden)} 列`}
        </button>
      )}
    </div>
  );
}
