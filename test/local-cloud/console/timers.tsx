import { useState } from 'react';
import type { Timers } from '../functions/timers';
import { dateTime } from '../page-kit/beijing-time';
import { send } from '../page-kit/cloud-api';
import { Card, Empty, Notice } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import { copy } from './copy';

type TimerState = ReturnType<Timers['list']>[number];

/** The timers, when they ring next, and a button to ring now. */
export function TimersTab() {
  const { timers: words } = copy;
  const { answer } = usePolled<TimerState[]>('/api/timers', 5000);
  const [running, setRunning] = useState<string>();
  const [run, setRun] = useState<{ name: string; text: string; isRefused: boolean }>();
  const timers = answer?.ok === true ? answer.data : [];

  const start = (name: string): void => {
    setRunning(name);
    void send<unknown>(`/timer/${name}`).then((result) => {
      setRunning(undefined);
      const text = result.ok ? JSON.stringify(result.data, null, 2) : result.message;
      setRun({ name, text, isRefused: !result.ok });
    });
  };

  return (
    <Card title={words.title}>
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      {answer?.ok === true && timers.length === 0 && <Empty>{words.empty}</Empty>}
      <div className="table-wrap" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.function}</th>
              <th scope="col">{words.columns.config}</th>
              <th scope="col">{words.columns.next}</th>
              <th scope="col">{words.columns.run}</th>
            </tr>
          </thead>
          <tbody>
            {timers.map(({ function: name, trigger, config, nextRun }) => (
              <tr key={`${name} ${trigger}`}>
                <td>
                  <strong>{name}</strong>
                </td>
                <td className="nowrap">
                  <code>{config}</code>
                </td>
                <td className="nowrap">{nextRun === null ? copy.unknown : dateTime(nextRun)}</td>
                <td>
                  <button
                    type="button"
                    disabled={running !== undefined}
                    aria-label={words.runNamed(name)}
                    onClick={() => {
                      start(name);
                    }}
                  >
                    {running === name ? words.running : words.run}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div role="status">
        {run?.isRefused === true && <Notice tone="bad">{run.text}</Notice>}
        {run?.isRefused === false && (
          <pre tabIndex={0}>
            {words.answered(run.name)} {run.text}
          </pre>
        )}
      </div>
    </Card>
  );
}
