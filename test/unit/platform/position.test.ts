import { LONGEST_WAIT } from '../../../src/platform/located';

let answer: () => Promise<unknown> = () => Promise.resolve({});
let asked: unknown[] = [];
let isKnown = true;
const mockTaro = {
  canIUse: () => isKnown,
  getFuzzyLocation: (options: unknown) => {
    asked.push(options);
    return answer();
  },
  openSetting: () => Promise.reject(new Error('openSetting:fail')),
};
/** What the person answers at the gate. */
let mockAgrees = true;
jest.mock('../../../src/platform/privacy', () => ({ passPrivacy: () => Promise.resolve(mockAgrees) }));
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: mockTaro }));

const position = async () => import('../../../src/platform/position');
const located = async () => (await position()).readPosition();

beforeEach(() => {
  mockAgrees = true;
  [asked, isKnown] = [[], true];
  answer = () => Promise.resolve({ latitude: 30.6, longitude: 114.3, errMsg: 'getFuzzyLocation:ok' });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('asking WeChat for the position', () => {
  it('asks for a fuzzy one in the system that the table is in, and hands on nothing but it', async () => {
    expect(await located()).toEqual({ position: { latitude: 30.6, longitude: 114.3 } });
    expect(asked).toEqual([{ type: 'wgs84' }]);
  });

  it.each([
    ['refused', { errMsg: 'getFuzzyLocation:fail auth deny' }],
    ['refused', { errMsg: 'getFuzzyLocation:fail:auth denied' }],
    ['refused', { errMsg: 'getFuzzyLocation:fail authorize no response' }],
    ['refused', { errMsg: 'getFuzzyLocation:fail privacy permission is not authorized', errno: 104 }],
    ['refused', { errMsg: 'getFuzzyLocation:fail', errno: 103 }],
    ['blocked', { errMsg: 'getFuzzyLocation:fail system permission denied' }],
    ['off', { errMsg: 'getFuzzyLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF' }],
    ['off', { errMsg: 'getFuzzyLocation:fail', errCode: 2 }],
    ['slow', { errMsg: 'getFuzzyLocation:fail timeout' }],
    ['failed', { errMsg: 'getFuzzyLocation:fail:ERROR_NETWORK' }],
    ['failed', { errMsg: 'getFuzzyLocation:fail 频繁调用会增加电量损耗，可考虑缓存定位信息' }],
    ['failed', null],
  ])('says %s of %j', async (problem, error) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as WeChat rejects
    answer = () => Promise.reject(error);
    expect(await located()).toEqual({ problem });
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    answer = () => new Promise(() => undefined);
    const waiting = located();
    await jest.advanceTimersByTimeAsync(LONGEST_WAIT);
    expect(await waiting).toEqual({ problem: 'slow' });
  });

  it('asks nothing of a WeChat that does not know the question', async () => {
    isKnown = false;
    expect(await located()).toEqual({ problem: 'missing' });
    expect(asked).toEqual([]);
  });

  it('opens the page of permissions, and bears that it does not open', async () => {
    const { openPermissions } = await position();
    expect(openPermissions).toBeDefined();
    expect(() => openPermissions?.()).not.toThrow();
  });

  it('asks nothing for somebody who does not agree at the gate', async () => {
    mockAgrees = false;
    expect(await located()).toEqual({ problem: 'refused' });
    expect(asked).toEqual([]);
  });
});
