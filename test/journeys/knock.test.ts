import { functions } from '../../config/functions';
import { dataMap } from '../../src/contracts/data-map';
import { isOurAnswer, KNOCK } from '../../config/cloud/verify';
import { startTestCloud, type TestCloud } from '../make/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test.each(Object.keys(functions))('%s answers a knock from the console, and writes nothing', async (name) => {
  const everything = () => JSON.stringify(Object.keys(dataMap).map((one) => cloud.rows(one)));
  const before = everything();
  const answer = await cloud.invoke(name, KNOCK);
  expect(everything()).toBe(before);
  expect(isOurAnswer(JSON.stringify(answer))).toBe(true);
});
