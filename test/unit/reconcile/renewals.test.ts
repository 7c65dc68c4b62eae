import { correct } from '../../../cloudfunctions/account/correct';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { recipients } from '../../../src/contracts/data-map/recipients';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { editVisit } from '../../make/edit-visit';
import { sharingWorld } from '../../make/sharing-world';

setTestKeys();

const logged: object[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (_level: string, line: object) => void logged.push(line),
}));

beforeEach(() => {
  editVisit();
  logged.length = 0;
});

const HOUR = 60;
const { agreement } = recipients.visit;

/** Somebody of whom a recipient was sent all that it may have. */
async function given() {
  const made = sharingWorld(['visit']);
  await made.register({ wechatId: 'lin_2026' });
  await made.share('visit');
  await made.send();
  made.wait(5);
  const move = (address: string) => correct(made.call({ field: 'address', value: address }));
  const damage = (...columns: string[]) => {
    const bad = Object.fromEntries(columns.map((name) => [name, 's1.AAAA']));
    made.put('accounts', { ...made.account(), ...bad });
  };
  return { ...made, move, damage, asked: () => made.disclosures('deletion').map(({ fields }) => fields) };
}

const expired = () => {
  editVisit({ agreement: { ...agreement, expiresOn: '2027-05-31' } });
};
const ended = () => {
  editVisit({ endedOn: '2027-06-01' });
};
const voided = () => {
  editVisit({ why: '另有一用。' });
};

describe('a column of the account that does not open', () => {
  const sealed = ['phone', 'nickname', 'address', 'wechatId'];

  it('keeps nobody from withdrawing, and not the account from being frozen: nothing is opened for it', async () => {
    const made = await given();
    made.damage(...sealed);
    const frozen = { events: [{ type: 'account.frozen', body: {} }], facts: { status: 'frozen' } } as const;
    expect(await made.share('visit', false)).toMatchObject({ ok: true });
    expect(made.asked()).toEqual([['accounts.nickname', 'accounts.phone', 'accounts.address']]);
    await record(made.store, await openedMember(made.account()), made.now(), frozen);
    expect(made.account()).toMatchObject({ status: 'frozen' });
  });

  it('is no old value that the new one could equal: what is written over it goes to who was sent it', async () => {
    const made = await given();
    made.damage('address', 'wechatId');
    expect(await made.move('新路2号')).toMatchObject({ ok: true });
    await made.send();
    expect(made.sent.at(-1)).toEqual({
      to: 'visit',
      path: 'people',
      fields: { 'accounts.address': '新路2号' },
    });
  });
});

describe('a corrected value that cannot go to who was sent the old one', () => {
  it('waits while nobody is connected, uncounted and reported, and then goes', async () => {
    const made = await given();
    made.connect([]);
    await made.move('改正路9号');
    await made.send();
    const row = made.disclosures('delivery').at(-1);
    expect(row).toMatchObject({ state: 'waiting', tries: 0 });
    expect(logged).toEqual([
      expect.objectContaining({ fault: 'delivery waits for a connection', disclosure: row?._id }),
    ]);
    made.connect(['visit']);
    made.wait(6 * HOUR);
    expect(await made.send()).toEqual({ delivered: 1, deleted: 0 });
    expect(made.sent.at(-1)?.fields).toEqual({ 'accounts.address': '改正路9号' });
  });

  it.each([
    ['has ended', ended],
    ['has expired', expired],
    ['was agreed to for other terms', voided],
  ])('[P51] is asked back, the old one, when the work %s before it leaves', async (_how, happen) => {
    const made = await given();
    await made.move('改正路9号');
    happen();
    made.connect([]);
    await made.send();
    expect(made.disclosures('delivery').at(-1)).toMatchObject({ state: 'refused', tries: 1 });
    expect(made.asked()).toEqual([['accounts.address']]);
    expect(made.events()).toContain('sharing.deletion-asked');
  });

  it.each([
    ['has ended', ended],
    ['has expired', expired],
    ['was agreed to for other terms', voided],
  ])('[P51] is asked back, the old one, when the work %s before it was corrected', async (_how, happen) => {
    const made = await given();
    happen();
    await made.move('改正路9号');
    expect(made.asked()).toEqual([['accounts.address']]);
    expect(made.events().at(-1)).toBe('sharing.deletion-asked');
    await made.send();
    expect(made.sent.at(-1)).toEqual({ to: 'visit', path: 'deletions', fields: ['accounts.address'] });
    expect(made.disclosures('delivery')).toHaveLength(1);
  });

  it('is asked back where it left the list and the person agreed to the shorter one', async () => {
    const made = await given();
    editVisit({ fields: ['accounts.nickname', 'accounts.phone'] });
    await made.share('visit');
    await made.move('改正路9号');
    expect(made.asked()).toEqual([['accounts.address']]);
  });

  it('is asked back once where the person withdrew: by the withdrawal', async () => {
    const made = await given();
    await made.move('改正路9号');
    await made.share('visit', false);
    await made.move('再改路1号');
    await made.send();
    expect(made.asked()).toHaveLength(1);
  });
});
