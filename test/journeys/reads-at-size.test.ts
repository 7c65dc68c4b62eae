import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { settleFrozen } from '../make/frozen-people';

/** Enough that a reading through all of them stands out, and more than any page. */
const PEOPLE = 1500;
/** A page of the largest step, which may hold rows that are not due. */
const PAGE = 500;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await settleFrozen(cloud, PEOPLE);
});
afterAll(() => cloud.stop());

const inVain = () => cloud.cloud.database.stats().mostInVain;

describe('with fifteen hundred people and as many open requests', () => {
  it.each(['retention', 'reconcile'])(
    'no call of the timer %s looks at rows for nothing',
    async (name) => {
      dataOf(await cloud.timer(name));
      expect(inVain().docs <= PAGE ? 'few' : inVain()).toBe('few');
    },
    120_000,
  );
});
