import { setTestKeys } from '../../laws/arbitrary/environment';
import { openDesk } from '../../laws/requests/desk';
import { requestWorld, setTestStaff } from '../../make/request-world';

setTestKeys();
setTestStaff();

const part = {
  ...{ decision: 'partly', reviewer: '小赵', items: 'nickname' },
  ...{ reasonCode: 'legal-duty', replyText: '其他的法律要求还要留着' },
};
/** What a person named, and what else they wrote. */
const mixed = { fields: 'nickname', words: '还有我发过的帖子' };
const named = { fields: 'nickname,address' };

describe('[P50] a deletion in part', () => {
  it('shows whoever has to endorse it what would go', async () => {
    const desk = await openDesk('delete', mixed);
    await desk.decide(part);
    expect(await desk.look('李审')).toMatchObject({ data: { proposal: { items: ['nickname'] } } });
  });

  it('names what went to its person, once it is endorsed', async () => {
    const made = await requestWorld();
    const id = await made.submit('delete', mixed);
    await made.decide({ requestId: id, ...part });
    expect(await made.read(id)).toMatchObject({ items: null });
    await made.decide({ requestId: id, decision: 'endorse', reviewer: '李审' });
    expect(await made.read(id)).toMatchObject({ items: ['nickname'] });
  });

  it.each([
    ['the whole account, where its person named a field and wrote more', mixed, 'account', '整个账号'],
    ['the whole account, where its person wrote in words', '我的昵称不要了', 'account', '整个账号'],
    ['the whole account, where its person named two fields', named, 'account', '整个账号'],
    ['a field that its person did not name', named, 'nickname、wechatId', '微信号'],
    ['a field that goes with the account alone', mixed, 'nickname、phone', '手机号'],
    ['what is no field', mixed, 'nobody', 'nobody'],
  ])('is refused as a proposal of %s, by its name', async (_, details, items, label) => {
    const desk = await openDesk('delete', details);
    const [account, request, ledger] = [desk.account(), desk.request(), desk.ledger()];
    const judged = await desk.decide({ ...part, items });
    expect(judged).toMatchObject({ result: 'rejected' });
    expect(judged['resultMessage']).toContain(`“${label}”`);
    expect([desk.account(), desk.request(), desk.ledger()]).toEqual([account, request, ledger]);
  });

  it('is refused to who would endorse what an older release let be proposed', async () => {
    const desk = await openDesk('delete', mixed);
    await desk.decide(part);
    desk.become('seconding', { items: 'account' });
    const judged = await desk.decide({ decision: 'endorse', reviewer: '李审' });
    expect(judged).toMatchObject({ result: 'rejected' });
    expect(judged['resultMessage']).toContain('复核退回');
    expect(desk.account()).toMatchObject({ status: 'active' });
  });

  it.each(['nickname、address', 'account'])(
    'may take %s where the whole account was asked for',
    async (items) => {
      const desk = await openDesk('delete', { fields: 'account', words: '还有我发过的帖子' });
      await desk.decide({ ...part, items });
      expect(await desk.decide({ decision: 'endorse', reviewer: '李审' })).toMatchObject({
        result: 'applied',
      });
    },
  );
});
