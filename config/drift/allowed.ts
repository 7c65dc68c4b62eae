/** Of the language and its runtimes: none of it leaves the program, keeps anything or asks the person. */
const harmless = [
  ...[
    'Array',
    'BigInt',
    'Boolean',
    'Date',
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'Promise',
    'Proxy',
    'Reflect',
  ],
  ...[
    'RegExp',
    'Set',
    'String',
    'Symbol',
    'WeakMap',
    'WeakRef',
    'WeakSet',
    'Intl',
    'Infinity',
    'NaN',
    'undefined',
  ],
  ...['ArrayBuffer', 'DataView', 'Float64Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'],
  ...['Error', 'AggregateError', 'RangeError', 'SyntaxError', 'TypeError', 'DOMException', 'arguments'],
  ...[
    'isFinite',
    'isNaN',
    'parseFloat',
    'parseInt',
    'decodeURIComponent',
    'encodeURIComponent',
    'atob',
    'btoa',
  ],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'structuredClone'],
  ...[
    'AbortController',
    'AbortSignal',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'performance.now',
  ],
  ...['crypto.getRandomValues', 'crypto.randomUUID', 'crypto.subtle'],
];

/**
 * What code may take from outside itself, by the beginning of its path: a name allows its members too. Everything else
 * is refused, so that whatever can send, keep or ask stands here or among the doors, with the one file that may do it.
 */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  '': harmless,
  'src/': [
    ...['react', 'zustand', 'dayjs', 'zod/mini', 'definePageConfig', 'process.env.TARO_ENV'],
    // A page's life, and what it was opened with.
    ...['Taro.useDidHide', 'Taro.useDidShow', 'Taro.useReachBottom', 'Taro.useRouter'],
    // Parts that show and take text. Others load what they are given an address of, or ask the phone.
    ...['@tarojs/components.View', '@tarojs/components.Text', '@tarojs/components.Button'],
    ...['@tarojs/components.Input', '@tarojs/components.Textarea'],
  ],
  'src/app.config.ts': ['defineAppConfig'],
  'src/app.tsx': ['Taro.useLaunch', 'Taro.usePageNotFound'],
  // The picture is the data itself, never the address of one.
  'src/features/attachments/thumbnail.tsx': ['@tarojs/components.Image'],
  'src/features/community/pictures.tsx': ['@tarojs/components.Image'],
  'src/features/information/field-row.tsx': ['@tarojs/components.Image'],
  'src/features/login/optional-item.tsx': ['@tarojs/components.Image'],
  'src/features/me/avatar-row.tsx': ['@tarojs/components.Image'],

  'src/platform/aria-runtime.ts': ['@tarojs/shared.mergeInternalComponents'],
  'src/platform/call-function.ts': ['Taro.cloud.init', 'Taro.cloud.callFunction'],
  'src/platform/clipboard.ts': ['Taro.setClipboardData'],
  'src/platform/device.ts': [
    ...['Taro.canIUse', 'Taro.getAppBaseInfo', 'Taro.getDeviceInfo', 'Taro.getNetworkType'],
    'Taro.getSystemInfoSync',
  ],
  'src/platform/font-scale.ts': ['Taro.getAppBaseInfo'],
  'src/platform/navigate.ts': [
    ...['Taro.getCurrentPages', 'Taro.navigateBack', 'Taro.navigateTo', 'Taro.reLaunch', 'Taro.redirectTo'],
    'Taro.showToast',
  ],
  'src/platform/network.ts': [
    ...['Taro.getNetworkType', 'Taro.onNetworkStatusChange', 'Taro.offNetworkStatusChange'],
  ],
  'src/platform/pictures.ts': [
    ...['Taro.arrayBufferToBase64', 'Taro.chooseMedia', 'Taro.compressImage', 'Taro.getFileSystemManager'],
  ],
  'src/platform/position.ts': ['Taro.canIUse', 'Taro.getFuzzyLocation', 'Taro.openSetting'],
  'src/platform/privacy.ts': [
    ...[
      'Taro.canIUse',
      'Taro.getAppBaseInfo',
      'Taro.onNeedPrivacyAuthorization',
      'Taro.requirePrivacyAuthorize',
    ],
    'Taro.openPrivacyContract',
  ],
  'src/platform/save-file.ts': [
    ...['Taro.env.USER_DATA_PATH', 'Taro.getFileSystemManager', 'Taro.shareFileMessage'],
  ],
  'src/platform/scroll.ts': ['Taro.pageScrollTo'],
  'src/platform/share.ts': ['Taro.useShareAppMessage'],
  'src/platform/storage.ts': [
    ...['Taro.getStorageSync', 'Taro.setStorageSync', 'Taro.removeStorageSync', 'Taro.clearStorageSync'],
  ],
  'src/platform/update.ts': ['Taro.canIUse', 'Taro.getUpdateManager'],
  'src/platform/visits.ts': ['Taro.useUnload'],
  'src/platform/wechat.ts': [
    ...['Taro.compressImage', 'Taro.getFileSystemManager', 'Taro.requestSubscribeMessage'],
  ],

  // The trial in a browser. It speaks with the address it came from, and no other: see `ownPathsOnly`.
  'src/platform/call-function.h5.ts': ['fetch'],
  'src/platform/device.h5.ts': ['navigator.language'],
  'src/platform/font-scale.h5.ts': ['getComputedStyle', 'document.documentElement'],
  'src/platform/network.h5.ts': ['navigator.onLine', 'addEventListener', 'removeEventListener'],
  'src/platform/pictures.h5.ts': ['Image', 'document.createElement'],
  'src/platform/position.h5.ts': ['navigator.geolocation'],
  'src/platform/save-file.h5.ts': ['Blob', 'document.createElement'],
  'src/platform/scroll.h5.ts': ['document.getElementById'],
  'src/platform/visitor.h5.ts': ['location.hash', 'location.search'],
  'src/platform/wechat.h5.ts': ['fetch', 'Image', 'document.createElement'],
  'src/ui/avatar-button.h5.tsx': ['document.createElement'],
  'src/ui/nav-bar.h5.tsx': ['document.title'],
  'src/ui/use-modal.h5.ts': [
    ...['HTMLElement', 'document.activeElement', 'document.querySelectorAll'],
    ...['document.addEventListener', 'document.removeEventListener'],
  ],

  'cloudfunctions/': [
    ...['zod/mini', 'canonicalize', 'csv-stringify', 'dayjs', 'diff', 'fflate', 'ulid', '@hpke/core'],
    ...['Buffer', 'node:crypto', 'node:timers/promises.setTimeout'],
    // Who calls, of the call's own context; and whether a text is an address of the network.
    ...['@cloudbase/node-sdk.getCloudbaseContext', 'node:net.isIP'],
  ],
  'cloudfunctions/platform/environment.ts': ['process.env'],
  'cloudfunctions/platform/region.ts': ['process.env.TENCENTCLOUD_REGION'],
  // The cloud's client: its database, the vault's, and its log.
  'cloudfunctions/platform/cloudbase-store.ts': ['cloudfunctions/platform/cloudbase'],
  'cloudfunctions/platform/cloud-files.ts': ['cloudfunctions/platform/cloudbase'],
  'cloudfunctions/platform/open-key-vault.ts': ['cloudfunctions/platform/cloudbase'],
  'cloudfunctions/platform/log.ts': ['cloudfunctions/platform/cloudbase'],
  // Runs in the browser of whoever was given the file, without us.
  'cloudfunctions/domain/receipt/checker/page.ts': ['document.createElement', 'document.getElementById'],
};

/** Files of the browser build that may fetch a path of their own host, and never name another. */
export const ownPathsOnly = ['src/platform/call-function.h5.ts', 'src/platform/wechat.h5.ts'];
