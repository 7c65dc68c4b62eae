import { dataMap } from '../../../src/contracts/data-map';
import { isUntouched } from '../../../cloudfunctions/platform/guard';
import { openDesk } from './desk';

/** As it was counted while the year's notice was not out: 15 plain weekdays, no holiday between. */
const counted = {
  clockFrom: '2026-09-17T02:00:00.000Z',
  dueOn: '2026-10-08',
  provisional: true,
} as const;

describe('[P59] a deadline that was counted before the year’s notice was out', () => {
  it('is counted again from where its clock began, with holidays and make-up days, and proven', async () => {
    const desk = await openDesk('complaint', '太慢');
    desk.become('verified', counted);
    expect(await desk.reschedule()).toEqual({ rescheduled: 1 });
    // 25 September and 1 to 7 October are off, 20 September and 10 October are worked.
    const request = desk.request();
    expect(request).toMatchObject({ dueOn: '2026-10-14', provisional: false, version: 1 });
    expect(request.staleSince).toBeDefined();
    expect(isUntouched(dataMap.requests, request)).toBe(true);
    expect(desk.ledger().at(-1)).toMatchObject({ type: 'request.rescheduled' });
    expect(await desk.reschedule()).toEqual({ rescheduled: 0 });
  });

  it('is counted from when it was certain whose a letter is, where it came before that and was filed anew', async () => {
    const desk = await openDesk('complaint', '太慢');
    const { clockFrom: verifiedAt, ...provisional } = counted;
    desk.become('verified', { ...provisional, verifiedAt, submittedAt: '2026-09-01T02:00:00.000Z' });
    expect(await desk.reschedule()).toEqual({ rescheduled: 1 });
    expect(desk.request()).toMatchObject({ dueOn: '2026-10-14', provisional: false });
  });

  it.each([
    ['it is closed', 'done', counted],
    ['its year is still not known', 'verified', { ...counted, dueOn: '2027-01-08' }],
    ['nothing about it was provisional', 'verified', { ...counted, provisional: false }],
  ] as const)('is left alone where %s', async (_, state, columns) => {
    const desk = await openDesk('complaint', '太慢');
    desk.become(state, columns);
    const before = desk.request();
    expect(await desk.reschedule()).toEqual({ rescheduled: 0 });
    expect(desk.request()).toEqual(before);
  });
});
