import { useEffect, useState } from 'react';
import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { invoke, type Answer } from '../../page-kit/cloud-api';
import { Card, Labelled } from '../../page-kit/parts';
import { useKept } from '../../page-kit/use-kept';
import { copy } from '../copy';
import { Queue } from './queue';
import { RecentDecisions } from './recent-decisions';
import { RequestPanel } from './request-panel';

/** One line of the review queue. */
export type Queued = Output<typeof staff.queue>['requests'][number];

const EVERY_MS = 4000;

/** What staff do: see what is due, read one request, decide it, see what became of the decision. */
export function StaffTab() {
  const [reviewer, setReviewer] = useKept(sessionStorage, 'console-reviewer', () => '');
  const [submitted, setSubmitted] = useKept<string[]>(sessionStorage, 'console-submitted', () => []);
  const [opened, setOpened] = useState<Queued>();
  const { answer, refresh } = useQueue();

  return (
    <>
      <Card title={copy.staff.who}>
        <Labelled label={copy.staff.reviewer} hint={copy.staff.reviewerHint}>
          <input
            className="name"
            autoComplete="name"
            maxLength={40}
            value={reviewer}
            onChange={({ target }) => {
              setReviewer(target.value);
            }}
          />
        </Labelled>
      </Card>
      <div className={opened ? 'review split' : 'review'}>
        <Queue answer={answer} reviewer={reviewer.trim()} opened={opened?.id} onOpen={setOpened} />
        {opened && (
          <RequestPanel
            key={opened.id}
            queued={opened}
            reviewer={reviewer.trim()}
            onSubmitted={(id) => {
              setSubmitted([id, ...submitted].slice(0, 20));
            }}
            onRead={refresh}
            onProcessed={refresh}
            onClose={() => {
              setOpened(undefined);
            }}
          />
        )}
      </div>
      <RecentDecisions ids={submitted} />
    </>
  );
}

function useQueue() {
  const [answer, setAnswer] = useState<Answer<Output<typeof staff.queue>>>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return;
      void invoke<Output<typeof staff.queue>>('reconcile', { action: 'queue' }).then((next) => {
        if (isCurrent) setAnswer(next);
      });
    };
    ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [turn]);
  return {
    answer,
    refresh: () => {
      setTurn((last) => last + 1);
    },
  };
}
