import Taro from '@tarojs/taro';

/**
 * Everything this mini program may keep on the phone, and why; the policy's section on local storage is read from this
 * table, and a key that is not in it does not compile.
 */
export const storageKeys = {
  visitor: { label: '模拟的微信身份', because: '只在浏览器里试用时有：本地云据此分辨是谁', example: '' },
  city: { label: '正在浏览的城市代码', because: '未登录时记住您选的城市', example: '' },
  recentCities: { label: '最近选过的城市代码', because: '方便您再次选择', example: [] as string[] },
  signedOut: {
    label: '您已在这部手机上退出登录',
    because: '退出后不再自动登录，直到您再点登录',
    example: '',
  },
} as const satisfies Record<string, { label: string; because: string; example: unknown }>;

/** A declared key. */
export type StorageKey = keyof typeof storageKeys;

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
