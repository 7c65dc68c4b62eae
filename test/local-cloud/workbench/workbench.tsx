import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecentRows } from '../doors/recent';
import { Notice } from '../page-kit/parts';
import { useKept } from '../page-kit/use-kept';
import { usePolled } from '../page-kit/use-polled';
import { ClockCard } from './clock-card';
import { copy } from './copy';
import { LifeCard } from './life-card';
import { doneSteps } from './life-steps';
import { MessagesCard } from './messages-card';
import { clearPhoneStorage, newCast, type Cast } from './people';
import { PersonCard } from './person-card';
import { Phone } from './phone';
import { RowsCard } from './rows-card';
import { TimersCard } from './timers-card';
import { useLife } from './use-life';

/** The page: one phone, and around it everything that the phone's taps set in motion. */
export function Workbench() {
  const [cast, setCast] = useKept<Cast>(localStorage, 'workbench-cast', newCast);
  const [browsed, setBrowsed] = useKept<string[]>(localStorage, 'workbench-browsed', () => []);
  const [turn, setTurn] = useState(0);
  const person = cast.people.find(({ openid }) => openid === cast.current) ?? cast.people[0];
  const openid = person?.openid ?? '';
  const life = useLife(openid);
  const rows = useRows();

  if (!person) return null;
  const { onTap } = rows;
  const reload = (): void => {
    setTurn(turn + 1);
  };
  const change = (next: Cast): void => {
    // Another person holds another phone, with nothing of this one's on it.
    if (next.current !== cast.current) clearPhoneStorage();
    setCast(next);
  };
  const touched = (): void => {
    onTap();
    reload();
  };

  return (
    <>
      <header className="top">
        <h1 className="brand">
          <img src="/icon.svg" width="28" height="28" alt="" />
          {copy.title} <span className="where">{copy.where}</span>
        </h1>
        <a className="away" href="/console/">
          {copy.toConsole}
        </a>
      </header>
      <main className="bench">
        {rows.refusal !== undefined && <Notice tone="bad">{rows.refusal}</Notice>}
        <div className="column phone-column">
          <Phone
            openid={openid}
            turn={turn}
            onReload={reload}
            onTap={onTap}
            onOpened={() => {
              if (!browsed.includes(openid)) setBrowsed([...browsed, openid]);
            }}
          />
        </div>
        <div className="column">
          <PersonCard cast={cast} person={person} life={life} onChange={change} />
          {life && <LifeCard done={doneSteps(life, browsed.includes(openid))} />}
          <MessagesCard person={person} />
          <ClockCard eraseAfter={life?.eraseAfter ?? null} onTravel={touched} />
          <TimersCard onRun={reload} onStart={onTap} />
        </div>
        <div className="column">
          <RowsCard
            now={rows.now}
            before={rows.before}
            subject={life?.certifiedAt === null ? life.subject : null}
          />
        </div>
      </main>
    </>
  );
}

const nothing: readonly RecentRows[] = [];

/** The stored rows now and at the last tap. */
function useRows() {
  const { answer } = usePolled<RecentRows[]>('/api/recent', 1000);
  const now = answer?.ok === true ? answer.data : nothing;
  const newest = useRef(now);
  const [before, setBefore] = useState<readonly RecentRows[]>();
  useEffect(() => {
    newest.current = now;
    // What was there when the page opened is not news.
    if (now.length > 0) setBefore((known) => known ?? now);
  }, [now]);
  const onTap = useCallback(() => {
    setBefore(newest.current);
  }, []);
  return {
    now,
    before: before ?? now,
    onTap,
    refusal: answer?.ok === false ? answer.message : undefined,
  };
}
