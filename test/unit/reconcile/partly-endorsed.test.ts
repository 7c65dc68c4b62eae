import { setTestKeys } from '../../laws/arbitrary/environment';
import { requestWorld, setTestStaff } from '../../make/request-world';
import { DAY } from '../../make/sharing-world';

setTestKeys();
setTestStaff();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

const proposal = {
  ...{ decision: 'partly', items: 'nickname' },
  ...{ reasonCode: 'legal-duty', replyText: '地址法律要求还要留着' },
};

/** A deletion of two fields, of which one is proposed to go; a recipient has both unless told. */
async function proposed(isShared = true) {
  const made = await requestWorld(['visit']);
  if (isShared) await made.share('visit');
  await made.send();
  const id = await made.submit('delete', { fields: 'nickname,address' });
  expect(await made.decide({ requestId: id, ...proposal })).toMatchObject({ result: 'applied' });
  return { made, id };
}
const held = (account: object) => ['nickname', 'address'].filter((field) => field in account);

describe('[P51] a deletion in part that takes two, where a recipient has what goes', () => {
  it('takes nothing away anywhere while it is a proposal', async () => {
    const { made, id } = await proposed();
    await made.send();
    expect(held(made.account())).toEqual(['nickname', 'address']);
    expect(made.disclosures('deletion')).toEqual([]);
    expect(await made.read(id)).toMatchObject({
      state: 'seconding',
      decision: null,
      reason: null,
      reply: null,
    });
  });

  it('ends with the endorsement where nobody else has what goes', async () => {
    const { made, id } = await proposed(false);
    await made.decide({ requestId: id, decision: 'endorse', reviewer: '李审' });
    expect(await made.read(id)).toMatchObject({ state: 'partly', reason: { code: 'legal-duty' } });
    expect(held(made.account())).toEqual(['address']);
  });

  it('goes on until the recipient has acknowledged, is told as failing meanwhile, and ends as a part', async () => {
    const { made, id } = await proposed();
    const endorsed = await made.decide({ requestId: id, decision: 'endorse', reviewer: '李审' });
    expect(endorsed).toMatchObject({ result: 'applied' });
    const answer = { decision: 'partly', reason: { code: 'legal-duty' }, reply: proposal.replyText };
    expect(await made.read(id)).toMatchObject({ state: 'executing', ...answer, allowed: [] });
    expect(held(made.account())).toEqual(['address']);

    made.behave('visit', 503);
    for (let days = 0; days < 9; days += 1) {
      await made.send();
      made.wait(DAY);
    }
    expect(await made.read(id)).toMatchObject({ state: 'failed', ...answer });
    made.behave('visit', 200);
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ['accounts.nickname'] });
    expect(await made.read(id)).toMatchObject({ state: 'partly', ...answer, allowed: ['appeal'] });
    expect(made.events().filter((type) => type.startsWith('request.'))).toEqual([
      ...['submitted', 'proposed', 'endorsed', 'failed', 'executed'].map((name) => `request.${name}`),
    ]);
    expect(made.rows('messages').map(({ template }) => template)).toEqual([
      'request-answered',
      'request-finished',
    ]);
    expect(made.account().openRequests).toBe(0);
  });

  it('[P60] is disputed only after it has ended, and then all of it goes by a third person’s hand', async () => {
    const { made, id } = await proposed();
    await made.decide({ requestId: id, decision: 'endorse', reviewer: '李审' });
    await made.send();
    await made.move('appeal', id);
    for (const reviewer of ['王审', '李审'])
      expect(await made.decide({ requestId: id, decision: 'approve', reviewer })).toMatchObject({
        result: 'rejected',
      });
    const third = { requestId: id, decision: 'approve', reviewer: '小周' };
    expect(await made.decide(third)).toMatchObject({ result: 'applied' });
    expect(held(made.account())).toEqual([]);
    await made.send();
    // What is gone there already is named once more: a deletion may be asked twice, and must not be asked too little.
    const fields = ['accounts.nickname', 'accounts.address'];
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields });
    expect(await made.read(id)).toMatchObject({ state: 'done', reason: null, reply: null });
  });
});
