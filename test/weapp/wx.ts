import { edition } from '../../src/contracts/edition';
import { notedJpeg } from '../make/pictures';
import { ask } from './ask';
import { fakePrivacy, type FakePrivacy } from './wx-privacy';

/** One call of a WeChat API by the mini program. */
export interface WxCall {
  api: string;
  options: unknown;
}

/** Answers a cloud function call; rejecting means that the network failed. */
export type CloudAnswer = (name: string, data: Record<string, unknown>) => Promise<unknown>;

/** What a test may set on the phone before or while the mini program runs. */
export interface WxOptions {
  cloud: CloudAnswer;
  networkType?: 'wifi' | 'none';
  fontSizeScaleFactor?: number;
  /** The phone takes nothing into storage, or does not even let it be read. */
  storageFails?: 'full' | 'refused' | undefined;
  /** The file that the album hands over; default: a JPEG that says where it was taken. */
  photo?: Buffer;
  /** What the user answers to a modal of WeChat's; default: confirms. */
  confirm?: boolean;
  /** Answers of other APIs by name, given to `success`; an Error goes to `fail`. */
  answers?: Record<string, unknown>;
}

/** The stubbed `wx` and what a test can see of it. */
export interface FakeWx {
  wx: Record<string, unknown>;
  calls: WxCall[];
  storage: Map<string, unknown>;
  /** WeChat's own gate before privacy interfaces. */
  privacy: FakePrivacy;
  /** Tells the mini program that a newer version has been fetched. */
  offerUpdate(): void;
  /** Tells the mini program that the network went or came. */
  setOnline(online: boolean): void;
}

interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: unknown) => void;
}

/** The asynchronous APIs that only have to be recorded and answered. */
const PLAIN = [
  'navigateTo',
  'redirectTo',
  'reLaunch',
  'switchTab',
  'navigateBack',
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'pageScrollTo',
  'shareFileMessage',
  'requestSubscribeMessage',
  'openPrivacyContract',
  'openSetting',
  'makePhoneCall',
  'stopPullDownRefresh',
] as const;

/** As these, but held until the person has agreed to WeChat's privacy guideline: recorded once they go on. */
const GUARDED = ['setClipboardData', 'getFuzzyLocation', 'choosePoi', 'chooseMedia'] as const;

/** What every photo on this phone says of where it was taken. */
export const NOTES = 'GPS 30.5928 114.3055';

/** The APIs that WeChat grants only to a tap, and no longer once the tap has waited for anything. */
const TAP_ONLY: readonly string[] = ['shareFileMessage', 'requestSubscribeMessage'];

/** Tells whether a tap is being handled at this very moment. */
function watchTaps(): () => boolean {
  let isTapping = false;
  document.addEventListener(
    'tap',
    () => {
      isTapping = true;
      // Before whatever the tap's handlers await: those wait in the same queue, behind this.
      queueMicrotask(() => (isTapping = false));
    },
    true,
  );
  return () => isTapping;
}

/** Makes `wx`. Its methods are own and enumerable, because Taro copies them at load time. */
export function fakeWx(options: WxOptions): FakeWx {
  const calls: WxCall[] = [];
  const storage = new Map<string, unknown>();
  const networkListeners = new Set<(state: { isConnected: boolean; networkType: string }) => void>();
  const record = (api: string, given: unknown) => calls.push({ api, options: given });
  let updateReady: (() => void) | undefined;
  const offerUpdate = () => {
    updateReady?.();
  };
  const isTapping = watchTaps();
  const { privacy, guard, canIUse, apis } = fakePrivacy(record);

  const asynchronous =
    (api: string, answer: (given: Record<string, unknown>) => unknown) =>
    (given: Callbacks & Record<string, unknown> = {}) => {
      record(api, given);
      const result =
        TAP_ONLY.includes(api) && !isTapping()
          ? new Error('can only be invoked by user TAP gesture.')
          : (options.answers?.[api] ?? answer(given));
      const body =
        result instanceof Error
          ? { errMsg: `${api}:fail ${result.message}` }
          : { errMsg: `${api}:ok`, ...(result as object) };
      setTimeout(() => {
        if (result instanceof Error) given.fail?.(body);
        else given.success?.(body);
        given.complete?.(body);
      }, 0);
    };
  const appBaseInfo = () => ({
    SDKVersion: privacy.library,
    language: 'zh_CN',
    version: '8.0.50',
    theme: 'light',
    fontSizeScaleFactor: options.fontSizeScaleFactor ?? 1,
  });
  const window = {
    windowWidth: 390,
    windowHeight: 844,
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
    statusBarHeight: 47,
  };

  const wx: Record<string, unknown> = {
    ...Object.fromEntries(PLAIN.map((api) => [api, asynchronous(api, () => ({}))])),
    ...Object.fromEntries(
      GUARDED.map((api) => [
        api,
        guard(
          api,
          asynchronous(api, () => ({})),
        ),
      ]),
    ),
    ...apis,
    showModal: asynchronous('showModal', () => ({
      confirm: options.confirm ?? true,
      cancel: !(options.confirm ?? true),
    })),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: options.networkType ?? 'wifi' })),
    onNetworkStatusChange: (listener: (state: { isConnected: boolean; networkType: string }) => void) =>
      networkListeners.add(listener),
    offNetworkStatusChange: (listener: (state: { isConnected: boolean; networkType: string }) => void) =>
      networkListeners.delete(listener),
    getAppBaseInfo: appBaseInfo,
    getWindowInfo: () => window,
    getDeviceInfo: () => ({ platform: 'ios', brand: 'test', model: 'test', system: 'iOS 17' }),
    getSystemInfoSync: () => ({ ...appBaseInfo(), ...window, platform: 'ios', system: 'iOS 17' }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getUpdateManager: () => ({
      onUpdateReady: (ready: () => void) => (updateReady = ready),
      applyUpdate: () => record('applyUpdate', undefined),
    }),
    getStorageSync: (key: string) => {
      if (options.storageFails === 'refused') throw new Error('getStorageSync:fail');
      return storage.get(key) ?? '';
    },
    setStorageSync: (key: string, value: unknown) => {
      if (options.storageFails) throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      record('setStorageSync', key);
      storage.set(key, value);
    },
    removeStorageSync: (key: string) => storage.delete(key),
    clearStorageSync: () => {
      storage.clear();
    },
    canIUse,
    nextTick: (run: () => void) => setTimeout(run, 0),
    arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(new Uint8Array(bytes)).toString('base64'),
    compressImage: asynchronous('compressImage', () => ({ tempFilePath: '/tmp/avatar.jpg' })),
    env: { USER_DATA_PATH: '/user' },
    getFileSystemManager: () => ({
      writeFileSync: (path: string, data: string, encoding: string) =>
        record('writeFileSync', { path, data, encoding }),
      unlinkSync: (path: string) => record('unlinkSync', path),
      readFileSync: (_path: string, encoding?: string) =>
        encoding === 'base64' ? 'AAAA' : Uint8Array.from(options.photo ?? notedJpeg(NOTES)).buffer,
    }),
    cloud: {
      init: (given: unknown) => record('cloud.init', given),
      callFunction: async ({ name, data }: { name: string; data: Record<string, unknown> }) => {
        // Each call says its edition; what a test looks at is the rest.
        const { edition: theirs, ...said } = data;
        if (theirs !== edition) throw new Error(`a call of ${name} does not say its edition`);
        record('cloud.callFunction', { name, data: said });
        return { result: await options.cloud(name, data), errMsg: 'cloud.callFunction:ok' };
      },
    },
  };
  const setOnline = (online: boolean) => {
    for (const listener of networkListeners)
      listener({ isConnected: online, networkType: online ? 'wifi' : 'none' });
  };
  return { wx, calls, storage, privacy, offerUpdate, setOnline };
}

/** A `CloudAnswer` that calls a running local cloud as this mini program user, through `POST /invoke/<function>`. */
export const cloudAt =
  (url: string, openid: string): CloudAnswer =>
  async (name, data) => {
    const { status, text } = await ask(`${url}/invoke/${name}`, data, { 'x-openid': openid }).catch(
      (error: unknown) => {
        throw new Error(`cloud.callFunction:fail request:fail ${String(error)}`);
      },
    );
    if (status !== 200) throw new Error(`cloud.callFunction:fail ${text}`);
    return JSON.parse(text) as unknown;
  };
