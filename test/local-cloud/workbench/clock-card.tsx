import { useEffect, useState, type FormEvent } from 'react';
import { dateTime, fromLocalInput, longDay, timeOfDay } from '../page-kit/beijing-time';
import { send } from '../page-kit/cloud-api';
import { Card, Chip, Labelled, Notice } from '../page-kit/parts';
import { usePolled } from '../page-kit/use-polled';
import { copy } from './copy';

const DAY_MS = 24 * 60 * 60_000;
/** A little past the end, so that nobody argues about the last second. */
const PAST_MS = 60_000;

interface ClockState {
  now: string;
  travelled: boolean;
}

/** The time every function lives in, and travel in it. */
export function ClockCard({ eraseAfter, onTravel }: { eraseAfter: string | null; onTravel: () => void }) {
  const { clock } = copy;
  const { answer, refresh } = usePolled<ClockState>('/api/clock', 5000);
  const now = useRunning(answer?.ok === true ? answer.data.now : undefined);
  const [chosen, setChosen] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const travelled = answer?.ok === true && answer.data.travelled;
  const destination = fromLocalInput(chosen);

  const travel = (to: string | null): void => {
    void send<ClockState>('/clock', { now: to }).then((result) => {
      setRefusal(result.ok ? undefined : result.message);
      refresh();
      onTravel();
    });
  };
  const after = (ms: number): void => {
    if (now) travel(new Date(now.getTime() + ms).toISOString());
  };
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (destination !== undefined) travel(destination);
  };

  return (
    <Card
      title={clock.title}
      aside={<Chip tone={travelled ? 'warn' : 'quiet'}>{travelled ? clock.travelled : clock.real}</Chip>}
    >
      <div className="stack">
        <p className="time">
          <strong>{now ? timeOfDay(now) : '--:--:--'}</strong>{' '}
          <span className="soft">{now && longDay(now)}</span>
        </p>
        <div className="row">
          <button
            type="button"
            onClick={() => {
              after(DAY_MS);
            }}
          >
            {clock.day}
          </button>
          <button
            type="button"
            onClick={() => {
              after(7 * DAY_MS);
            }}
          >
            {clock.week}
          </button>
          <button
            type="button"
            disabled={eraseAfter === null}
            onClick={() => {
              if (eraseAfter !== null) travel(new Date(Date.parse(eraseAfter) + PAST_MS).toISOString());
            }}
          >
            {clock.coolingOff}
          </button>
          <button
            type="button"
            disabled={!travelled}
            onClick={() => {
              travel(null);
            }}
          >
            {clock.back}
          </button>
        </div>
        <small>{eraseAfter === null ? clock.coolingOffHint : clock.until(dateTime(eraseAfter))}</small>
        <form className="travel" onSubmit={go}>
          <Labelled label={clock.to}>
            <input
              type="datetime-local"
              value={chosen}
              onChange={({ target }) => {
                setChosen(target.value);
              }}
            />
          </Labelled>
          <button type="submit" disabled={destination === undefined}>
            {clock.go}
          </button>
        </form>
        {refusal !== undefined && <Notice tone="bad">{refusal}</Notice>}
      </div>
    </Card>
  );
}

/** An instant told by the cloud that runs on between two tellings. */
function useRunning(told: string | undefined): Date | undefined {
  const [now, setNow] = useState<Date>();
  useEffect(() => {
    if (told === undefined) return undefined;
    const offset = Date.parse(told) - Date.now();
    const tick = (): void => {
      setNow(new Date(Date.now() + offset));
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [told]);
  return now;
}
