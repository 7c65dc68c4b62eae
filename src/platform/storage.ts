import Taro from '@tarojs/taro';
import { storageKeys, type StorageKey } from '@/contracts/data-map/on-device';

type Kept<K extends StorageKey> = (typeof storageKeys)[K]['example'] extends string ? string : string[];

/** What 清除本机数据 removes; the visitor exists in a browser alone, and stays there. */
export const clearedKeys: readonly StorageKey[] = (Object.keys(storageKeys) as StorageKey[]).filter(
  (key) => key !== 'visitor',
);

/** The phone's storage, declared keys only. */
export const storage = {
  /** The value kept, or undefined. */
  get<K extends StorageKey>(key: K): Kept<K> | undefined {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' || value === undefined || value === null ? undefined : (value as Kept<K>);
  },
  set<K extends StorageKey>(key: K, value: Kept<K>): void {
    Taro.setStorageSync(key, value);
  },
  remove(key: StorageKey): void {
    Taro.removeStorageSync(key);
  },
  /**
   * 清除本机数据: nothing is left, declared or not. In a browser the played identity stays, or a stranger would appear,
   * and so does what other pages of the same address keep.
   */
  clear(): void {
    if (process.env.TARO_ENV !== 'h5') Taro.clearStorageSync();
    else for (const key of clearedKeys) Taro.removeStorageSync(key);
  },
};
