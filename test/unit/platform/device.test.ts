import { longestOfDevice } from '../../../src/contracts/data-map/longest';
import { deviceFacts, logins } from '../../../src/contracts/data-map/collections/logins';
import { account } from '../../../src/contracts/account';
import { readDevice } from '../../../src/platform/device';

const wx = {
  canIUse: jest.fn<boolean, [string]>(),
  getDeviceInfo: jest.fn<unknown, []>(),
  getAppBaseInfo: jest.fn<unknown, []>(),
  getSystemInfoSync: jest.fn<unknown, []>(),
  getNetworkType: jest.fn<Promise<unknown>, []>(),
};
/** What the person answers at the gate. */
let mockAgrees = true;
jest.mock('../../../src/platform/privacy', () => ({ passPrivacy: () => Promise.resolve(mockAgrees) }));
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: new Proxy({}, { get: (_, name) => wx[name as keyof typeof wx] }),
}));

const phone = { model: 'iPhone 15', system: 'iOS 17.5', brand: 'apple', abi: 'arm64', benchmarkLevel: 40 };
const base = { version: '8.0.50', language: 'zh_CN', SDKVersion: '3.6.6', host: { env: 'WeChat' } };
const told = { model: 'iPhone 15', system: 'iOS 17.5', client: '8.0.50', language: 'zh_CN', network: 'wifi' };
const accepted = (device: unknown) => account.restore.input.safeParse({ device }).success;

beforeEach(() => {
  mockAgrees = true;
  wx.canIUse.mockReturnValue(true);
  wx.getDeviceInfo.mockReturnValue(phone);
  wx.getAppBaseInfo.mockReturnValue(base);
  wx.getNetworkType.mockResolvedValue({ networkType: 'wifi', signalStrength: -40 });
  wx.getSystemInfoSync.mockReset();
});

describe('the facts of the phone', () => {
  it('[P06] are the declared ones and no others, whatever WeChat tells besides', async () => {
    const device = await readDevice();
    expect(device).toEqual(told);
    expect(Object.keys(device).filter((name) => !Object.hasOwn(logins.fields, name))).toEqual([]);
    expect(Object.keys(device).sort()).toEqual([...deviceFacts].sort());
    expect(accepted(device)).toBe(true);
    expect(wx.getSystemInfoSync).not.toHaveBeenCalled();
  });

  it('come from the one old call where the base library has no other', async () => {
    wx.canIUse.mockReturnValue(false);
    wx.getSystemInfoSync.mockReturnValue({ ...phone, ...base });
    expect(await readDevice()).toEqual(told);
  });

  it('are left out where they cannot be read, and keep nobody from registering', async () => {
    wx.getDeviceInfo.mockImplementation(() => {
      throw new Error('getDeviceInfo:fail');
    });
    wx.getNetworkType.mockRejectedValue({ errMsg: 'getNetworkType:fail' });
    expect(await readDevice()).toEqual({});
    expect(accepted({})).toBe(true);
  });

  it('are cut and cleaned to what the contract takes', async () => {
    wx.getDeviceInfo.mockReturnValue({ model: `\u0007${'机'.repeat(200)}`, system: '  ' });
    const device = await readDevice();
    expect(device.model?.length).toBeLessThanOrEqual(longestOfDevice.model);
    expect(device).not.toHaveProperty('system');
    expect(accepted(device)).toBe(true);
  });

  it('are the network’s alone for somebody who does not agree to have the phone read', async () => {
    mockAgrees = false;
    expect(await readDevice()).toEqual({ network: 'wifi' });
  });
});
