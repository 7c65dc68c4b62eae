import { correct } from '../../../cloudfunctions/account/correct';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { editVisit } from '../../make/edit-visit';
import { ALL_FOR_VISIT, DAY, memberWorld, type MemberWorld } from '../../make/sharing-world';

setTestKeys();

jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));
beforeEach(() => {
  editVisit();
});

describe('what a recipient was sent', () => {
  it('[P51] is asked back by name at a withdrawal, also what has left its list since', async () => {
    const made = await memberWorld();
    await made.share('visit');
    await made.send();
    editVisit({ fields: ['accounts.nickname'] });
    await made.share('visit', false);
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ALL_FOR_VISIT });
  });

  it('[P51] is asked back when the person clears it, also what has left its list since', async () => {
    const made = await memberWorld();
    await made.share('visit');
    await made.send();
    editVisit({ fields: ['accounts.nickname'] });
    await correct(made.call({ field: 'address', value: '' }));
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ['accounts.address'] });
  });

  it('is not asked back where it was never filled and so never left', async () => {
    const made = await memberWorld({ address: undefined });
    await made.share('visit');
    await made.send();
    await correct(made.call({ field: 'address', value: '' }));
    await made.share('visit', false);
    expect(made.disclosures('deletion').map(({ fields }) => fields)).toEqual([
      ['accounts.nickname', 'accounts.phone'],
    ]);
  });

  it.each([
    [
      'clears it',
      (made: MemberWorld) => correct(made.call({ field: 'address', value: '' })),
      ['accounts.address'],
    ],
    ['withdraws', (made: MemberWorld) => made.share('visit', false), ALL_FOR_VISIT],
  ])(
    '[P51] counts although the answer was lost: whoever then %s has it deleted there',
    async (_does, act, fields) => {
      const made = await memberWorld();
      await made.share('visit');
      made.behave('visit', 'lost');
      await made.send();
      expect(made.sent).toHaveLength(1);
      await act(made);
      expect(made.disclosures('deletion').map((row) => row.fields)).toEqual([fields]);
      made.behave('visit', 200);
      await made.send();
      expect(made.sent).toContainEqual({ to: 'visit', path: 'deletions', fields });
      made.wait(DAY);
      await made.send();
      expect(made.disclosures('deletion')).toHaveLength(1);
    },
  );

  it('[P51] counts from before it leaves: who clears it in that moment has it deleted there', async () => {
    const made = await memberWorld();
    await made.share('visit');
    made.midway.push(() => correct(made.call({ field: 'address', value: '' })));
    await made.send();
    expect(made.sent.map(({ path }) => path)).toEqual(['people']);
    expect(made.disclosures('deletion')).toMatchObject([{ fields: ['accounts.address'], state: 'waiting' }]);
  });

  it('alone is asked back when the door shuts after a lost answer', async () => {
    const made = await memberWorld({ address: undefined });
    await made.share('visit');
    made.behave('visit', 'lost');
    await made.send();
    editVisit({ endedOn: '2027-06-02' });
    made.behave('visit', 202);
    made.wait(DAY);
    await made.send();
    expect(made.disclosures('deletion').map(({ fields }) => fields)).toEqual([
      ['accounts.nickname', 'accounts.phone'],
    ]);
  });

  it('is noted in one transaction of its own the first time, and in none when it is sent again', async () => {
    const made = await memberWorld();
    await made.share('visit');
    made.behave('visit', 503);
    for (let tries = 0; tries < 3; tries += 1) {
      await made.send();
      made.wait(DAY);
    }
    made.behave('visit', 200);
    await made.send();
    expect(made.sent).toHaveLength(4);
    expect(made.events()).toEqual(['sharing.granted', 'sharing.sent', 'sharing.delivered']);
    expect(made.account().shares?.['visit']).toMatchObject({ granted: true, sent: ALL_FOR_VISIT });
  });
});
