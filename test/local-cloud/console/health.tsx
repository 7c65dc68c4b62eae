import { useEffect, useState } from 'react';
import type { Output } from '../../../src/contracts/operation';
import { signals } from '../../../src/contracts/health';
import type { operator } from '../../../src/contracts/operator';
import { healthCopy } from '../../../config/operate/copy-health';
import { runbookOf } from '../../../config/operate/runbooks';
import { dateTime } from '../page-kit/beijing-time';
import { invoke, type Answer } from '../page-kit/cloud-api';
import { Card, Chip, Notice, type Tone } from '../page-kit/parts';
import { copy } from './copy';

type Health = Output<typeof operator.health>;
type Signal = Health['signals'][number];

const tones: Readonly<Record<Signal['verdict'], Tone>> = { good: 'good', watch: 'warn', alarm: 'bad' };
const worst: readonly Signal['verdict'][] = ['alarm', 'watch', 'good'];

/** Whether the platform keeps up, what is worst first; asked for, not polled: it counts through every queue. */
export function HealthTab() {
  const { health: words } = copy;
  const [answer, setAnswer] = useState<Answer<Health>>();
  const ask = () => void invoke<Health>('retention', { action: 'health' }).then(setAnswer);
  useEffect(ask, []);
  const found = answer?.ok === true ? answer.data.signals : [];
  return (
    <Card
      title={words.title}
      aside={
        <button type="button" onClick={ask}>
          {words.again}
        </button>
      }
    >
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      {answer?.ok === true && <Notice>{words.at(dateTime(answer.data.at))}</Notice>}
      <div className="table-wrap" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.verdict}</th>
              <th scope="col">{words.columns.signal}</th>
              <th scope="col">{words.columns.count}</th>
              <th scope="col">{words.columns.since}</th>
              <th scope="col">{words.columns.runbook}</th>
            </tr>
          </thead>
          <tbody>
            {worst
              .flatMap((verdict) => found.filter((signal) => signal.verdict === verdict))
              .map(({ name, verdict, count, since }) => (
                <tr key={name}>
                  <td className="nowrap">
                    <Chip tone={tones[verdict]}>{healthCopy.verdicts[verdict]}</Chip>
                  </td>
                  <td>{signals[name].label}</td>
                  <td>{count}</td>
                  <td className="nowrap">{since === null ? copy.unknown : whenInWords(since)}</td>
                  <td>{verdict === 'good' ? copy.unknown : <code>{runbookOf(signals[name].run)}</code>}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** An instant in Beijing's time; a day as it is. */
const whenInWords = (since: string): string => (since.includes('T') ? dateTime(since) : since);
