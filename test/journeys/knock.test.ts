import { functions } from '../../config/functions';
import { isOurAnswer, KNOCK } from '../../config/cloud/verify';
import { startTestCloud, type TestCloud } from '../make/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test.each(Object.keys(functions))('%s answers a knock from the console, and writes nothing', async (name) => {
  const answer = await cloud.invoke(name, KNOCK);
  expect(isOurAnswer(JSON.stringify(answer))).toBe(true);
});
