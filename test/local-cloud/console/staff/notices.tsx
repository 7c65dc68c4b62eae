import type { Output } from '../../../../src/contracts/operation';
import { noticeKinds } from '../../../../src/contracts/request-vocabulary';
import type { staff } from '../../../../src/contracts/staff';
import { staffRoles } from '../../../../src/contracts/staff-roles';
import { Card, Chip } from '../../page-kit/parts';
import { copy } from '../copy';
import { newestOf } from './reminders';
import { useNotices } from './use-notices';

type Reminder = Output<typeof staff.notices>['notices'][number];

const sentenceOf = ({ kind, count }: Reminder): string =>
  kind === 'unlisted' ? noticeKinds[kind].label : copy.staff.notices.counted(noticeKinds[kind].label, count);

/** The reminders of the last day that has any, above the list; nothing where there are none. */
export function Notices() {
  const { notices: words } = copy.staff;
  const latest = newestOf(useNotices());
  if (latest.length === 0) return null;
  return (
    <Card title={words.title} aside={<small>{latest[0]?.day}</small>}>
      <ul className="row">
        {latest.map((reminder) => (
          <li key={reminder.kind}>
            <Chip tone={reminder.role === 'supervisor' ? 'bad' : 'warn'}>{sentenceOf(reminder)}</Chip>{' '}
            <small>{words.forRole(staffRoles[reminder.role].label)}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
