import { useState } from 'react';
import { Card, Labelled, Notice } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import { Calls, type CallEntry } from './calls';
import { copy } from './copy';

const MOST = 200;

/** Finished calls, by function or by failure. */
export function LogsTab() {
  const { logs: words } = copy;
  const { answer } = usePolled<CallEntry[]>('/api/logs');
  const [name, setName] = useState('');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const all = answer?.ok === true ? answer.data : [];
  const names = [...new Set(all.map((call) => call.function))].sort();
  const shown = all.filter((call) => (name === '' || call.function === name) && !(onlyFailed && call.ok));
  return (
    <Card title={words.title} aside={<small>{words.hint}</small>}>
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      <div className="row filters">
        <Labelled label={words.function}>
          <select
            value={name}
            onChange={({ target }) => {
              setName(target.value);
            }}
          >
            <option value="">{words.all}</option>
            {names.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Labelled>
        <label className="row">
          <input
            type="checkbox"
            checked={onlyFailed}
            onChange={({ target }) => {
              setOnlyFailed(target.checked);
            }}
          />
          {words.onlyFailed}
        </label>
      </div>
      <Calls calls={shown.slice(0, MOST)} />
    </Card>
  );
}
