import { listRecipients } from '../../../cloudfunctions/consent/recipients';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { editVisit } from '../../make/edit-visit';
import { ALL_FOR_VISIT, DAY, memberWorld } from '../../make/sharing-world';

setTestKeys();

const logged: object[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (_level: string, line: object) => void logged.push(line),
}));
beforeEach(() => {
  editVisit();
  logged.length = 0;
});

describe('a recipient with whom it has ended', () => {
  it('[P51] is still told to delete, and receives and is granted nothing from that very day', async () => {
    const made = await memberWorld();
    await made.share('visit');
    await made.send();
    editVisit({ endedOn: '2027-06-02' });
    made.wait(DAY - 5 * 60);
    expect(await made.share('visit', false)).toMatchObject({ ok: true });
    // In Beijing, where the day counts, 2 June has begun at 16:00 UTC of the first.
    expect(await made.share('visit')).toMatchObject({ ok: false, error: { code: 'RECIPIENT_CLOSED' } });
    await made.send();
    expect(made.sent.map(({ path, fields }) => [path, fields]).at(-1)).toEqual(['deletions', ALL_FOR_VISIT]);
    expect(made.disclosures('deletion')).toMatchObject([{ state: 'done' }]);
  });

  it('holds back what waited for it, says why, and stays in the list as ended', async () => {
    const made = await memberWorld();
    await made.share('visit');
    editVisit({ endedOn: '2027-06-01' });
    await made.send();
    expect(made.sent).toEqual([]);
    expect(made.disclosures('delivery')).toMatchObject([
      { state: 'refused', reason: expect.stringMatching(/停止合作/) as string },
    ]);
    const answer = await listRecipients(made.call({}));
    const items = answer.ok ? answer.data.items : [];
    expect(items.find(({ recipient }) => recipient === 'visit')).toMatchObject({
      state: 'ended',
      granted: true,
    });
  });

  it('leaves nothing waiting unseen when it is gone from the table against the law over it', async () => {
    const made = await memberWorld();
    await made.queue({ to: 'nobody' });
    for (let days = 0; days < 3; days += 1) {
      await made.send();
      made.wait(DAY);
    }
    expect(made.sent).toEqual([]);
    expect(made.disclosures('deletion')).toMatchObject([{ state: 'waiting', tries: 3 }]);
    const line = { fault: 'deletion for a recipient that the table does not know', recipient: 'nobody' };
    expect(logged).toEqual([1, 2, 3].map(() => ({ function: 'reconcile', disclosure: 'queued', ...line })));
  });
});

it('a deletion that a recipient accepts for ever and never ends is reported like any other', async () => {
  const made = await memberWorld();
  made.behave('visit', 202);
  await made.queue({});
  for (let days = 0; days < 7; days += 1) {
    await made.send();
    made.wait(DAY);
  }
  expect(logged).toEqual([]);
  await made.send();
  expect(logged).toEqual([
    { function: 'reconcile', fault: 'deletion not acknowledged', recipient: 'visit', disclosure: 'queued' },
  ]);
});
