import { decidersBy } from '../../../cloudfunctions/domain/requests/deciders';
import { filledFor } from './filled';
import { openDesk, type Typed } from './desk';

beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'second', 李审: 'second', 赵审: 'second' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

const turnedDown = (reasonCode: string): Typed => ({
  ...filledFor('refuse', 'copy'),
  decision: 'refuse',
  reasonCode,
});
const proposed = turnedDown('malice');
const quoted: Typed = { ...filledFor('quote', 'copy'), decision: 'quote' };
const replied: Typed = { decision: 'reply', replyText: '补上' };

/** A request whose fee 王审 asked for, and which goes on. */
async function paid() {
  const desk = await openDesk('copy');
  const by = async (reviewer: string, typed: Typed) => (await desk.decide({ ...typed, reviewer }))['result'];
  expect(await by('王审', quoted)).toBe('applied');
  expect(await desk.move('acceptFee')).toMatchObject({ ok: true });
  return { desk, by };
}
/** Whom the row names, and whom the ledger and the audit rows do. */
const named = async (desk: Awaited<ReturnType<typeof paid>>['desk']) => {
  const past = await desk.past();
  const { reviewers } = await desk.known();
  if (!past) throw new Error('the ledger does not know the request');
  return [desk.request().deciders ?? [], decidersBy(past, reviewers)];
};

describe('[P60] who had a hand in a request', () => {
  it('stays named when something else that they proposed is returned, and decides no appeal', async () => {
    const { desk, by } = await paid();
    expect(await by('王审', proposed)).toBe('applied');
    expect(await by('李审', { decision: 'return' })).toBe('applied');
    expect(await named(desk)).toEqual([['王审'], ['王审']]);
    expect(await by('赵审', turnedDown('repetitive'))).toBe('applied');
    expect(await desk.move('appeal')).toMatchObject({ ok: true });
    expect(await by('王审', replied)).toBe('rejected');
    expect(await by('赵审', replied)).toBe('rejected');
    expect(await by('李审', replied)).toBe('applied');
  });

  it('is not named in the place of who proposed what is returned', async () => {
    const { desk, by } = await paid();
    expect(await by('李审', quoted)).toBe('applied');
    expect(await desk.move('acceptFee')).toMatchObject({ ok: true });
    expect(await by('王审', proposed)).toBe('applied');
    expect(await by('赵审', { decision: 'return' })).toBe('applied');
    expect(await named(desk)).toEqual([
      ['王审', '李审'],
      ['王审', '李审'],
    ]);
  });

  it('by a returned proposal alone may decide anew', async () => {
    const { desk, by } = await paid();
    expect(await by('李审', proposed)).toBe('applied');
    expect(await by('王审', { decision: 'endorse' })).toBe('rejected');
    expect(await by('赵审', { decision: 'return' })).toBe('applied');
    expect(await named(desk)).toEqual([['王审'], ['王审']]);
    expect(await by('李审', proposed)).toBe('applied');
    expect(await by('赵审', { decision: 'endorse' })).toBe('applied');
    expect(await named(desk)).toEqual([
      ['王审', '李审', '赵审'],
      ['王审', '李审', '赵审'],
    ]);
  });
});
