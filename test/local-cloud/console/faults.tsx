import { useState, type FormEvent } from 'react';
import type { Faults } from '../faults';
import { send } from '../page-kit/cloud-api';
import { Card, Empty, Labelled, Notice } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import { copy } from './copy';

type Fault = ReturnType<Faults['list']>[number];
type Kind = keyof typeof copy.faults.kinds;

const kinds = Object.keys(copy.faults.kinds) as Kind[];
const whens = Object.keys(copy.faults.whens) as (keyof typeof copy.faults.whens)[];

/** Scripts what goes wrong next, and takes it back. */
export function FaultsTab() {
  const { faults: words } = copy;
  const { answer, refresh } = usePolled<Fault[]>('/faults');
  const { answer: functions } = usePolled<{ name: string }[]>('/api/functions', 10_000);
  const [kind, setKind] = useState<Kind>('kill');
  const [refusal, setRefusal] = useState<string>();
  const waiting = answer?.ok === true ? answer.data : [];
  const names = functions?.ok === true ? functions.data.map(({ name }) => name) : [];

  const add = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send('/faults', faultFrom(new FormData(event.currentTarget))).then((result) => {
      setRefusal(result.ok ? undefined : result.message);
      refresh();
    });
  };
  const clear = (): void => {
    void send('/faults', {}, 'DELETE').then(refresh);
  };

  return (
    <>
      <Card title={words.title}>
        <form className="stack fault-form" onSubmit={add}>
          <p className="soft">{words.hint}</p>
          <div className="fields">
            <Labelled label={words.function}>
              <select name="function" required>
                {names.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </Labelled>
            <Labelled label={words.at}>
              <input name="at" type="number" min={1} defaultValue={1} required />
            </Labelled>
            <Labelled label={words.do}>
              <select
                name="do"
                value={kind}
                onChange={({ target }) => {
                  setKind(target.value as Kind);
                }}
              >
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {words.kinds[one]}
                  </option>
                ))}
              </select>
            </Labelled>
            <Labelled label={words.when}>
              <select name="when">
                {whens.map((one) => (
                  <option key={one} value={one}>
                    {words.whens[one]}
                  </option>
                ))}
              </select>
            </Labelled>
            {kind === 'delay' && (
              <Labelled label={words.ms}>
                <input name="ms" type="number" min={1} defaultValue={1000} required />
              </Labelled>
            )}
            {kind === 'fail' && (
              <Labelled label={words.code}>
                <input name="code" defaultValue="SYS_ERR" required />
              </Labelled>
            )}
            <Labelled label={words.calls}>
              <input name="calls" type="number" min={1} defaultValue={1} required />
            </Labelled>
          </div>
          {refusal !== undefined && <Notice tone="bad">{refusal}</Notice>}
          <div className="row">
            <button type="submit" className="primary">
              {words.add}
            </button>
          </div>
        </form>
      </Card>
      <Card
        title={words.waiting}
        aside={
          <button type="button" onClick={clear} disabled={waiting.length === 0}>
            {words.clear}
          </button>
        }
      >
        {waiting.length === 0 && <Empty>{words.empty}</Empty>}
        <ul className="queue">
          {waiting.map((fault, at) => (
            <li key={at}>{words.sentence(fault.function, fault.at, words.kinds[fault.do], fault.calls)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

const NUMBERS = new Set(['at', 'ms', 'calls']);

/** The form's fields, numbers as numbers. */
const faultFrom = (form: FormData): object =>
  Object.fromEntries([...form].map(([key, value]) => [key, NUMBERS.has(key) ? Number(value) : value]));
