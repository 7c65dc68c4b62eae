import { Card, Empty, Notice } from '../../page-kit/parts';
import { copy } from '../copy';
import { Filters, fits, type Filter } from './filters';
import { QueueLine } from './queue-line';
import type { Queued, useQueue } from './use-queue';

/** The open requests in the order to handle them, a page at a time. */
export function Queue({
  queue: { answer, page, earlier, later },
  filter,
  onFilter,
  reviewer,
  opened,
  onOpen,
}: {
  queue: ReturnType<typeof useQueue>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  reviewer: string;
  opened: string | undefined;
  onOpen: (request: Queued) => void;
}) {
  const { staff: words } = copy;
  const requests = answer?.ok === true ? answer.data.requests : [];
  const shown = requests.filter((request) => fits(filter, request));
  return (
    <Card title={words.title} aside={<small>{words.order}</small>}>
      <Filters filter={filter} onChange={onFilter} />
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      {answer?.ok === true && shown.length === 0 && (
        <Empty>{requests.length === 0 ? words.empty : words.noneFits}</Empty>
      )}
      {requests.length > 0 && reviewer === '' && <Notice tone="warn">{words.needReviewer}</Notice>}
      <ul className="queue">
        {shown.map((request) => (
          <QueueLine
            key={request.id}
            request={request}
            isOpened={request.id === opened}
            isLocked={reviewer === ''}
            onOpen={() => {
              onOpen(request);
            }}
          />
        ))}
      </ul>
      {requests.length > 0 && (
        <div className="row small soft">
          <span>{words.filters.shown(shown.length, requests.length)}</span>
          {(earlier ?? later) && (
            <>
              <button type="button" disabled={earlier === undefined} onClick={earlier}>
                {words.pages.earlier}
              </button>
              <span>{words.pages.page(page)}</span>
              <button type="button" disabled={later === undefined} onClick={later}>
                {words.pages.later}
              </button>
            </>
          )}
        </div>
      )}
    </Card>
  );
}
