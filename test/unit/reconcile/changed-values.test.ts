import { correct, switchCity } from '../../../cloudfunctions/account/correct';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { editVisit } from '../../make/edit-visit';
import { DAY, memberWorld } from '../../make/sharing-world';

setTestKeys();

jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));
beforeEach(() => {
  editVisit();
});

describe('a value that changes after it was given', () => {
  const given = async () => {
    const made = await memberWorld({ city: '440300' });
    for (const id of ['visit', 'survey']) await made.share(id);
    await made.send();
    made.sent.splice(0);
    return made;
  };
  const rename = (made: Awaited<ReturnType<typeof given>>) =>
    correct(made.call({ field: 'nickname', value: '小森' }));

  it('goes to each recipient that was sent the old one, and nothing else goes with it', async () => {
    const made = await given();
    await rename(made);
    await switchCity(made.call({ code: '110100' }));
    expect(await made.send()).toEqual({ delivered: 3, deleted: 0 });
    expect(made.sent.map(({ to, fields }) => [to, fields])).toEqual(
      expect.arrayContaining([
        ['visit', { 'accounts.nickname': '小森' }],
        ['survey', { 'accounts.nickname': '小森' }],
        ['survey', { 'accounts.city': '110100' }],
      ]),
    );
  });

  it('goes there also when it changes in the very moment in which the old one leaves', async () => {
    const made = await memberWorld();
    await made.share('visit');
    made.midway.push(() => rename(made));
    await made.send();
    await made.send();
    expect(made.sent.at(-1)?.fields).toEqual({ 'accounts.nickname': '小森' });
  });

  it('is sent once more where a deletion asked earlier was done later and took it away', async () => {
    const made = await memberWorld();
    await made.share('visit');
    await made.send();
    made.behave('visit', 202);
    await correct(made.call({ field: 'address', value: '' }));
    await made.send();
    await correct(made.call({ field: 'address', value: '旧路1号' }));
    made.wait(1);
    await made.send();
    made.behave('visit', 200);
    made.wait(DAY);
    await made.send();
    expect(made.sent.at(-1)?.path).toBe('deletions');
    await made.send();
    expect(made.sent.at(-1)).toEqual({
      to: 'visit',
      path: 'people',
      fields: { 'accounts.address': '旧路1号' },
    });
    made.wait(DAY);
    expect(await made.send()).toEqual({ delivered: 0, deleted: 0 });
  });

  it('is not sent where the grant does not stand, the work has ended, or it was never given', async () => {
    const made = await given();
    await made.share('survey', false);
    editVisit({ endedOn: '2027-06-01' });
    await rename(made);
    expect(made.disclosures('delivery').filter(({ state }) => state === 'waiting')).toEqual([]);
    editVisit();
    await correct(made.call({ field: 'wechatId', value: 'lin_2026' }));
    await correct(made.call({ field: 'nickname', value: '小森' }));
    expect(made.disclosures('delivery').filter(({ state }) => state === 'waiting')).toEqual([]);
  });
});
