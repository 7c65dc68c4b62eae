import { decisions, type Decision } from '../../../../src/contracts/decisions';
import { INTAKE, SEND_CODE, VERIFY } from '../../../../src/contracts/staff';
import { dateTime } from '../../page-kit/beijing-time';
import { Card, Chip, Empty, type Tone } from '../../page-kit/parts';
import { usePolled } from '../../page-kit/use-polled';
import { copy } from '../copy';
import type { JudgedRow } from './use-filing';

const tones = { applied: 'good', rejected: 'bad', waiting: 'warn' } as const satisfies Record<string, Tone>;

const isDecision = (value: unknown): value is Decision =>
  typeof value === 'string' && Object.hasOwn(decisions, value);
/** What a row is, in words. */
function nameOf(decision: unknown): string {
  if (decision === INTAKE) return copy.staff.letter.intake;
  if (decision === VERIFY || decision === SEND_CODE) return copy.staff.code.names[decision];
  return isDecision(decision) ? decisions[decision].label : copy.unknown;
}

/** What became of the rows submitted from this page. */
export function RecentDecisions({ ids }: { ids: readonly string[] }) {
  const { staff: words } = copy;
  const { answer } = usePolled<JudgedRow[]>(`/api/staff-decisions?ids=${ids.join(',')}`);
  const found = answer?.ok === true ? answer.data : [];
  const rows = ids.flatMap((id) => found.find(({ _id }) => _id === id) ?? []);
  return (
    <Card title={words.recent}>
      {rows.length === 0 ? (
        <Empty>{words.recentEmpty}</Empty>
      ) : (
        <ul className="queue">
          {rows.map((row) => {
            const result =
              row['result'] === 'applied' || row['result'] === 'rejected' ? row['result'] : 'waiting';
            const { decision, requestId, resultMessage, processedAt } = row as Record<string, unknown>;
            return (
              <li key={row._id}>
                <div>
                  <div className="row">
                    <strong>{nameOf(decision)}</strong>
                    <Chip tone={tones[result]}>{words.results[result]}</Chip>
                    {typeof processedAt === 'string' && <small>{dateTime(processedAt)}</small>}
                  </div>
                  {typeof resultMessage === 'string' && <p>{resultMessage}</p>}
                  {typeof requestId === 'string' && <code className="soft">{requestId}</code>}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
