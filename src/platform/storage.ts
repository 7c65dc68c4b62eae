import Taro from '@tarojs/taro';
import { storageKeys, type StorageKey } from '@/contracts/data-map/on-device';

type Kept<K extends StorageKey> = (typeof storageKeys)[K]['example'] extends string ? string : string[];

/** What 清除本机数据 removes; the visitor exists in a browser alone, and stays there. */
export const clearedKeys: readonly StorageKey[] = (Object.keys(storageKeys) as StorageKey[]).filter(
  (key) => key !== 'visitor',
);

/** What the phone would not take, because it is full or does not let anything be kept: it lasts until the app ends. */
const untilTheEnd = new Map<StorageKey, unknown>();

function read(key: StorageKey): unknown {
  try {
    return Taro.getStorageSync<unknown>(key);
  } catch {
    return undefined;
  }
}

/** The phone's storage, declared keys only. Reading, keeping and taking away never throw. */
export const storage = {
  /** The value kept, or undefined. */
  get<K extends StorageKey>(key: K): Kept<K> | undefined {
    const value = untilTheEnd.get(key) ?? read(key);
    return value === '' || value === undefined || value === null ? undefined : (value as Kept<K>);
  },
  set<K extends StorageKey>(key: K, value: Kept<K>): void {
    untilTheEnd.delete(key);
    try {
      Taro.setStorageSync(key, value);
    } catch {
      untilTheEnd.set(key, value);
    }
  },
  remove(key: StorageKey): void {
    untilTheEnd.delete(key);
    try {
      Taro.removeStorageSync(key);
    } catch {
      // What can no longer be taken away is at least read by nobody until the app ends.
      untilTheEnd.set(key, '');
    }
  },
  /**
   * 清除本机数据: nothing is left, declared or not. In a browser the played identity stays, or a stranger would appear,
   * and so does what other pages of the same address keep.
   */
  clear(): void {
    untilTheEnd.clear();
    if (process.env.TARO_ENV !== 'h5') Taro.clearStorageSync();
    else for (const key of clearedKeys) Taro.removeStorageSync(key);
  },
};
