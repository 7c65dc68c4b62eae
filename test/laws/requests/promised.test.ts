import { replyLimits } from '../../../cloudfunctions/domain/calendar/deadlines';
import { keysOf, requestKinds, type RequestKind } from '../../../src/contracts/request-vocabulary';
import { requestCopy } from '../../../src/copy/privacy/requests';

/** The limit that a form must name: the shorter clock, in the words of its kind. */
function limitOf(kind: RequestKind): string {
  const { workingDays, calendarDays } = replyLimits[kind];
  if (calendarDays !== null) return `${String(calendarDays)} 天内答复`;
  return workingDays === 1 ? '下一个工作日结束前' : `${String(workingDays)} 个工作日内答复`;
}

it.each(keysOf(requestKinds))(
  '[P59] [P72] [P73] the form of %s promises the time that its clock runs',
  (kind) => {
    expect(requestCopy.promise(kind)).toContain(limitOf(kind));
  },
);

it('[P59] [P72] [P73] a form without a kind yet promises no time that none has', () => {
  const all = requestCopy.promise(undefined);
  const limits = [...new Set(keysOf(requestKinds).map(limitOf))];
  expect(limits).toHaveLength(3);
  for (const limit of limits) expect(all).toContain(limit.replace('答复', ''));
});
