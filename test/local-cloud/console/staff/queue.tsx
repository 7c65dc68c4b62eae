import type { Output } from '../../../../src/contracts/operation';
import { requestKinds, requestStates } from '../../../../src/contracts/request-vocabulary';
import type { staff } from '../../../../src/contracts/staff';
import type { Answer } from '../../page-kit/cloud-api';
import { Card, Chip, Empty, Notice, type Tone } from '../../page-kit/parts';
import { copy } from '../copy';
import type { Queued } from './staff-tab';

const SOON_DAYS = 3;

/** The open requests in the order to handle them. */
export function Queue({
  answer,
  reviewer,
  opened,
  onOpen,
}: {
  answer: Answer<Output<typeof staff.queue>> | undefined;
  reviewer: string;
  opened: string | undefined;
  onOpen: (request: Queued) => void;
}) {
  const { staff: words } = copy;
  const requests = answer?.ok === true ? answer.data.requests : [];
  return (
    <Card title={words.title} aside={<small>{words.order}</small>}>
      {answer?.ok === false && <Notice tone="bad">{answer.message}</Notice>}
      {answer?.ok === true && requests.length === 0 && <Empty>{words.empty}</Empty>}
      {requests.length > 0 && reviewer === '' && <Notice tone="warn">{words.needReviewer}</Notice>}
      <ul className="queue">
        {requests.map((request) => (
          <li key={request.id} aria-current={request.id === opened ? 'true' : undefined}>
            <div>
              <div className="row">
                <strong>{requestKinds[request.kind].label}</strong>
                <Chip tone={dueTone(request)}>{dueWords(request)}</Chip>
                <Chip>{requestStates[request.state].label}</Chip>
              </div>
              <div className="row small soft">
                <span>
                  {words.columns.due} {request.dueOn}
                </span>
                <span>
                  {words.columns.version} {request.version}
                </span>
                <code>{request.id}</code>
              </div>
            </div>
            <button
              type="button"
              disabled={reviewer === ''}
              aria-label={words.openNamed(requestKinds[request.kind].label, request.id)}
              onClick={() => {
                onOpen(request);
              }}
            >
              {words.open}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function dueTone({ overdue, daysLeft }: Queued): Tone {
  if (overdue) return 'bad';
  return daysLeft <= SOON_DAYS ? 'warn' : 'good';
}

function dueWords({ overdue, daysLeft }: Queued): string {
  if (overdue) return copy.staff.overdue;
  return daysLeft === 0 ? copy.staff.today : copy.staff.left(daysLeft);
}
