import { useState } from 'react';
import { Card, Labelled } from '../../page-kit/parts';
import { useKept } from '../../page-kit/use-kept';
import { copy } from '../copy';
import { CodeForm } from './code-form';
import type { Written } from './decision-form';
import { everything, fits } from './filters';
import { LetterForm } from './letter-form';
import { Notices } from './notices';
import { Queue } from './queue';
import { RecentDecisions } from './recent-decisions';
import { RequestPanel } from './request-panel';
import { useQueue, type Queued } from './use-queue';

/** Rows of this page that are shown again, newest first. */
const MOST_RECENT = 20;

/** What staff do: see what is due, read one request, decide it, see what became of the decision. */
export function StaffTab() {
  const [typedName, setTypedName] = useKept(sessionStorage, 'console-reviewer', () => '');
  const [submitted, setSubmitted] = useKept<string[]>(sessionStorage, 'console-submitted', () => []);
  const [filter, setFilter] = useState(everything);
  const [opened, setOpened] = useState<{ request: Queued; turn: number; written?: Written | undefined }>();
  const queue = useQueue();
  const reviewer = typedName.trim();
  const requests = queue.answer?.ok === true ? queue.answer.data.requests : [];
  const open = (request: Queued, written?: Written): void => {
    setOpened({ request, turn: (opened?.turn ?? 0) + 1, written });
  };
  const onFiled = (id: string): void => {
    setSubmitted([id, ...submitted].slice(0, MOST_RECENT));
  };
  const next = requests.find((request) => request.id !== opened?.request.id && fits(filter, request));

  return (
    <>
      <Card title={copy.staff.who}>
        <Labelled label={copy.staff.reviewer} hint={copy.staff.reviewerHint}>
          <input
            className="name"
            autoComplete="name"
            maxLength={40}
            value={typedName}
            onChange={({ target }) => {
              setTypedName(target.value);
            }}
          />
        </Labelled>
      </Card>
      <Notices />
      <div className={opened ? 'review split' : 'review'}>
        <Queue
          queue={queue}
          filter={filter}
          onFilter={setFilter}
          reviewer={reviewer}
          opened={opened?.request.id}
          onOpen={open}
        />
        {opened && (
          <RequestPanel
            key={opened.turn}
            queued={opened.request}
            reviewer={reviewer}
            similar={requests
              .filter(({ id, who }) => id !== opened.request.id && who !== null && who === opened.request.who)
              .map(({ id }) => id)}
            onRead={queue.refresh}
            onFiled={onFiled}
            onJudged={queue.refresh}
            onNext={
              next &&
              (() => {
                open(next);
              })
            }
            written={opened.written}
            onReopen={(written) => {
              open(requests.find(({ id }) => id === opened.request.id) ?? opened.request, written);
            }}
            onClose={() => {
              setOpened(undefined);
            }}
          />
        )}
      </div>
      <LetterForm reviewer={reviewer} onFiled={onFiled} onJudged={queue.refresh} />
      <CodeForm reviewer={reviewer} onFiled={onFiled} onJudged={queue.refresh} />
      <RecentDecisions ids={submitted} />
    </>
  );
}
