import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { settleFrozen } from '../make/frozen-people';
import { fillQueue } from '../make/queue-rows';

/** Enough that a reading through all of them stands out, more than any page and than the local cloud tries. */
const PEOPLE = 2500;
/** A page of the largest step, which may hold rows that are not due. */
const PAGE = 500;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const inVain = () => cloud.cloud.database.stats().mostInVain;

it('a page of the list of staff looks at that page alone', async () => {
  await fillQueue(cloud, PEOPLE);
  const { requests } = dataOf(await cloud.invoke('reconcile', { action: 'queue' }));
  expect(requests).toHaveLength(100);
  expect(inVain().docs).toBeLessThan(100);
});

describe('with 2,500 people and as many open requests', () => {
  beforeAll(() => settleFrozen(cloud, PEOPLE), 60_000);

  it.each(['retention', 'reconcile'])(
    'no call of the timer %s looks at rows for nothing',
    async (name) => {
      dataOf(await cloud.timer(name));
      expect(inVain().docs <= PAGE ? 'few' : inVain()).toBe('few');
    },
    120_000,
  );
});
