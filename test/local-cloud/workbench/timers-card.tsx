import { useState } from 'react';
import { send } from '../page-kit/cloud-api';
import { Card, Notice } from '../page-kit/parts';
import { copy } from './copy';

type TimerName = keyof typeof copy.timers.names;
const names = Object.keys(copy.timers.names) as TimerName[];

interface Run {
  name: TimerName;
  result?: unknown;
  refusal?: string;
}

/** Runs a timer function now and shows what it returned. */
export function TimersCard({ onStart, onRun }: { onStart: () => void; onRun: () => void }) {
  const { timers } = copy;
  const [running, setRunning] = useState<TimerName>();
  const [run, setRun] = useState<Run>();

  const start = (name: TimerName): void => {
    onStart();
    setRunning(name);
    void send<unknown>(`/timer/${name}`).then((answer) => {
      setRun(answer.ok ? { name, result: answer.data } : { name, refusal: answer.message });
      setRunning(undefined);
      onRun();
    });
  };

  return (
    <Card title={timers.title}>
      <div className="stack">
        <small>{timers.hint}</small>
        <div className="row">
          {names.map((name) => (
            <button
              key={name}
              type="button"
              disabled={running !== undefined}
              aria-label={timers.run(timers.names[name])}
              onClick={() => {
                start(name);
              }}
            >
              {running === name ? timers.running : timers.names[name]}
            </button>
          ))}
        </div>
        <div role="status">
          {run?.refusal !== undefined && <Notice tone="bad">{run.refusal}</Notice>}
          {run && run.refusal === undefined && (
            <pre
              tabIndex={0}
            >{`${timers.names[run.name]} ${timers.answered} ${JSON.stringify(run.result, null, 1)}`}</pre>
          )}
        </div>
      </div>
    </Card>
  );
}
