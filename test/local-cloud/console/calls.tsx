import { timeOfDay } from '../page-kit/beijing-time';
import { Chip, Empty } from '../page-kit/parts';
import type { Logs } from '../logs';
import { copy } from './copy';

/** One finished call. */
export type CallEntry = ReturnType<Logs['entries']>[number];

/** Finished calls, newest first, with what each cost and printed. */
export function Calls({ calls }: { calls: readonly CallEntry[] }) {
  const { columns, callers, ok, empty } = copy.calls;
  if (calls.length === 0) return <Empty>{empty}</Empty>;
  return (
    <div className="table-wrap" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.function}</th>
            <th scope="col">{columns.result}</th>
            <th scope="col">{columns.caller}</th>
            <th scope="col" className="number">
              {columns.database}
            </th>
            <th scope="col" className="number">
              {columns.ms}
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={call.requestId}>
              <td className="nowrap">{timeOfDay(new Date(call.at))}</td>
              <td>{call.function}</td>
              <td>
                {call.ok ? <Chip tone="good">{ok}</Chip> : <Chip tone="bad">{call.code}</Chip>}
                {!call.ok && <p className="small">{call.message}</p>}
                <Printed call={call} />
              </td>
              <td className="nowrap">{callers[call.caller]}</td>
              <td className="number">{call.databaseCalls}</td>
              <td className="number">{call.ms}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Printed({ call: { lines, requestId } }: { call: CallEntry }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary className="soft small">{copy.calls.lines(lines.length)}</summary>
      <pre tabIndex={0}>{[`${copy.calls.requestId} ${requestId}`, ...lines].join('\n')}</pre>
    </details>
  );
}
