import { decisions, type Decision } from '../../../../src/contracts/decisions';
import type { RecentRows } from '../../doors/recent';
import { dateTime } from '../../page-kit/beijing-time';
import { Card, Chip, Empty, type Tone } from '../../page-kit/parts';
import { usePolled } from '../../page-kit/use-polled';
import { copy } from '../copy';

const tones = { applied: 'good', rejected: 'bad', waiting: 'warn' } as const satisfies Record<string, Tone>;

const isDecision = (value: unknown): value is Decision =>
  typeof value === 'string' && Object.hasOwn(decisions, value);

/** What became of the rows submitted from this page. */
export function RecentDecisions({ ids }: { ids: readonly string[] }) {
  const { staff: words } = copy;
  const { answer } = usePolled<RecentRows[]>('/api/recent');
  const all = answer?.ok === true ? answer.data.find(({ name }) => name === 'staff_decisions') : undefined;
  const rows = ids.flatMap((id) => all?.rows.find(({ _id }) => _id === id) ?? []);
  return (
    <Card title={words.recent}>
      {rows.length === 0 ? (
        <Empty>{words.recentEmpty}</Empty>
      ) : (
        <ul className="queue">
          {rows.map((row) => {
            const result =
              row['result'] === 'applied' || row['result'] === 'rejected' ? row['result'] : 'waiting';
            const { decision, resultMessage, processedAt } = row;
            return (
              <li key={row._id}>
                <div>
                  <div className="row">
                    <strong>{isDecision(decision) ? decisions[decision].label : copy.unknown}</strong>
                    <Chip tone={tones[result]}>{words.results[result]}</Chip>
                    {typeof processedAt === 'string' && <small>{dateTime(processedAt)}</small>}
                  </div>
                  {typeof resultMessage === 'string' && <p>{resultMessage}</p>}
                  <code className="soft">{String(row['requestId'])}</code>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
