/** One entry of the phone's storage. */
interface Kept {
  readonly label: string;
  readonly because: string;
  readonly example: string | readonly string[];
}

/**
 * Everything this mini program may keep on the phone, and why (P29). It stays until the person clears it. The policy's
 * section on local storage is read from this table, and a key that is not in it does not compile.
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
  policyTold: {
    label: '看过的隐私政策改动',
    because: '看过一次的改动不再提醒您',
    example: '',
  },
  policyText: {
    label: '看过的隐私政策全文',
    because: '没有网络时您也能看',
    example: '',
  },
  consentsSeen: {
    label: '您的每项同意是开还是关',
    because: '没有网络时您也能看；退出登录、锁住账号或注销账号，就会删掉',
    example: '',
  },
  certificate: {
    label: '注销证明的编号',
    because: '账号删除以后，您还能凭它查看注销证明',
    example: '',
  },
} as const satisfies Record<string, Kept>;

/** A declared key. */
export type StorageKey = keyof typeof storageKeys;
