import { keysOf, requestStates } from '@/contracts/request-vocabulary';
import type { RequestReading } from '@/features/requests/model';
import { timelineOf } from '@/features/requests/timeline';

type Past = RequestReading['history'][number];
const at = '2026-11-26T02:00:00.000Z';
const past = (by: Past['by'], state: Past['state']): Past => ({ at, by, state });
const timeline = (...history: Past[]) =>
  timelineOf({
    ...{ history, state: history.at(-1)?.state ?? 'verified' },
    ...{ dueOn: '2026-12-17', verifiedBy: 'session' },
    askedBy: history.some(({ by }) => by === 'guardian') ? 'guardian' : 'subject',
  } as RequestReading);
const titles = (...history: Past[]) => timeline(...history).map(({ title }) => title);

test('a request filed in the app is verified with its filing, and its answer has a last day', () => {
  expect(timeline(past('subject', 'verified'))).toEqual([
    {
      title: '提出请求，身份已核实',
      desc: '2026年11月26日 10:00 · 您，登录状态和绑定的手机号证明是您本人',
      state: 'done',
    },
    { title: '已核实身份，等待办理', state: 'now' },
    { title: '答复您', desc: '最晚 2026年12月17日 答复', state: 'later' },
  ]);
});

test('[P49] a letter waits for its person, and nothing else is said to come', () => {
  const [letter, now, ...rest] = timeline(past('staff', 'submitted'));
  expect(letter).toMatchObject({ title: '收到署您手机号的来信' });
  expect(now).toMatchObject({ title: '等您确认是您提出的', state: 'now' });
  expect(now?.desc).toContain('您确认以前没有人办理');
  expect(rest).toEqual([]);
  expect(titles(past('staff', 'submitted'), past('subject', 'verified'))[1]).toBe(
    '确认是您提出的，身份已核实',
  );
});

test('what came before and who did it changes the words, not the state', () => {
  expect(titles(past('staff', 'quoted'), past('subject', 'verified'))[1]).toBe('同意费用，继续办理');
  expect(titles(past('staff', 'quoted'), past('timer', 'cancelled'))[1]).toBe('到期没有确认，请求结束');
  expect(titles(past('staff', 'quoted'), past('subject', 'cancelled'))[1]).toBe('撤销了请求');
  expect(titles(past('staff', 'seconding'), past('staff', 'in_review'))[1]).toBe('复核退回，重新办理');
});

test.each(keysOf(requestStates))(
  'a request that is %s says so, and stands still once it is closed',
  (state) => {
    const steps = timeline(past('staff', state));
    expect(steps.some((step) => step.state === 'now')).toBe(requestStates[state].open);
    expect(steps.some((step) => step.state === 'later')).toBe(requestStates[state].waitsFor === 'staff');
  },
);

test('a request from before steps were kept still says where it stands', () => {
  expect(
    timelineOf({
      history: [],
      state: 'in_review',
      dueOn: '2026-12-17',
      verifiedBy: 'session',
    } as unknown as RequestReading),
  ).toEqual([
    { title: '正在办理', state: 'now' },
    { title: '答复您', desc: '最晚 2026年12月17日 答复', state: 'later' },
  ]);
});

test('[P49] who could not open the app is known by the code, and [P65] a guardian by their own session', () => {
  const history = [past('staff', 'submitted'), past('subject', 'verified')];
  const byCode = timelineOf({
    history,
    state: 'verified',
    verifiedBy: 'code',
    askedBy: 'subject',
    dueOn: '2026-12-17',
  } as RequestReading);
  expect(byCode[1]?.desc).toContain('发到绑定手机号的验证码证明是您本人');
  expect(timeline(past('guardian', 'verified'))[0]?.desc).toContain('绑定的手机号证明是监护人本人');
});

test('[P49] a letter filed anew was proven by who wrote it, not by the staff who filed it', () => {
  const filed = { state: 'verified', verifiedBy: 'code', dueOn: '2026-12-17' };
  const history = [past('staff', 'verified')];
  for (const [askedBy, who] of [
    ['subject', '您'],
    ['guardian', '监护人'],
  ])
    expect(timelineOf({ ...filed, history, askedBy } as RequestReading)[0]?.desc).toBe(
      `2026年11月26日 10:00 · 工作人员，发到绑定手机号的验证码证明是${who ?? ''}本人`,
    );
});
