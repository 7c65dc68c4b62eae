import { failInApp } from '../../../src/contracts/app-errors';
import { community } from '../../../src/contracts/community';
import { account } from '../../../src/contracts/account';
import { fail } from '../../../src/contracts/errors';
import { ok } from '../../../src/contracts/result';
import { call } from '../../../src/platform/call';
import { callFunction } from '../../../src/platform/call-function';

jest.mock('../../../src/platform/call-function', () => ({ callFunction: jest.fn() }));
const mockKept = jest.fn();
jest.mock('../../../src/platform/storage', () => ({
  storage: { get: (key: string): unknown => mockKept(key) },
}));

const lost = failInApp('NETWORK');
const said = ok({ city: '440300' });
const answers = (...these: unknown[]) => {
  const asked = jest.mocked(callFunction).mockReset();
  for (const each of these) asked.mockResolvedValueOnce(each as never);
  return asked;
};
const write = () => call(account.switchCity, { code: '440300' });

beforeEach(() => {
  mockKept.mockReset();
});

test('a write that the network lost is sent once more, and no oftener', async () => {
  let asked = answers(lost, said);
  expect(await write()).toEqual(said);
  expect(asked).toHaveBeenCalledTimes(2);
  asked = answers(lost, lost, said);
  expect(await write()).toEqual(lost);
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each([fail('CITY_UNKNOWN'), fail('BUSY'), failInApp('INTERNAL')])(
  'an answer that arrived is taken as it is: %j',
  async (answer) => {
    const asked = answers(answer, said);
    expect(await write()).toEqual(answer);
    expect(asked).toHaveBeenCalledTimes(1);
  },
);

test('a reading, and what spends a proof, is left to the person', async () => {
  for (const once of [
    () => call(community.surveys, {}),
    () => call(account.sendSmsCode, { number: '13900000000' }),
  ]) {
    const asked = answers(lost, said);
    expect(await once()).toEqual(lost);
    expect(asked).toHaveBeenCalledTimes(1);
  }
});

test('whoever logs out in between has nothing sent any more', async () => {
  const asked = answers(lost, said);
  mockKept.mockReturnValueOnce(undefined).mockReturnValueOnce('yes');
  expect(await write()).toEqual(failInApp('NOT_REGISTERED'));
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a wish that another has followed is not sent again, for it would come after it', async () => {
  const asked = answers(lost, said);
  const older = write();
  asked.mockResolvedValueOnce(said);
  const newer = call(account.switchCity, { code: '420100' });
  expect(await newer).toEqual(said);
  expect(await older).toEqual(lost);
  expect(asked).toHaveBeenCalledTimes(2);
});
