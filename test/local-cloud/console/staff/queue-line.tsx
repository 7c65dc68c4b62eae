import {
  requestChannels,
  requestKinds,
  requestStates,
  urgencies,
  type Urgency,
} from '../../../../src/contracts/request-vocabulary';
import { Chip, type Tone } from '../../page-kit/parts';
import { copy } from '../copy';
import type { Queued } from './use-queue';

const tones = {
  overdue: 'bad',
  today: 'bad',
  soon: 'warn',
  near: 'warn',
  later: 'good',
} as const satisfies Record<Urgency, Tone>;

/** One request of the list: whose, what, how urgent in words, and the way to open it. */
export function QueueLine({
  request,
  isOpened,
  isLocked,
  onOpen,
}: {
  request: Queued;
  isOpened: boolean;
  isLocked: boolean;
  onOpen: () => void;
}) {
  const { staff: words } = copy;
  const { kind, state, channel, urgency, daysLeft } = request;
  return (
    <li aria-current={isOpened ? 'true' : undefined}>
      <div>
        <div className="row">
          <strong>{requestKinds[kind].label}</strong>
          <Chip tone={tones[urgency]}>{urgencies[urgency].label}</Chip>
          {request.minor && <Chip tone="warn">{words.minor}</Chip>}
          {request.attachments > 0 && <Chip>{words.pictures.count(request.attachments)}</Chip>}
          <Chip>{requestStates[state].label}</Chip>
          <Chip>{requestChannels[channel].label}</Chip>
        </div>
        <div className="row small soft">
          <span>{request.who ?? words.nobody}</span>
          <span>
            {words.columns.due} {request.dueOn}
            {request.provisional && `（${words.provisional}）`}
          </span>
          <span>{request.overdue ? words.overdue : words.left(daysLeft)}</span>
          <span>
            {words.columns.version} {request.version}
          </span>
          <code>{request.id}</code>
        </div>
      </div>
      <button
        type="button"
        disabled={isLocked}
        aria-label={words.openNamed(requestKinds[kind].label, request.id)}
        onClick={onOpen}
      >
        {words.open}
      </button>
    </li>
  );
}
