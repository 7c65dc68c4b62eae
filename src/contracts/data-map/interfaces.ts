import type { FieldPath } from './recipients';
import type { PurposeId } from './vocabulary';

/** The eight interfaces that WeChat wants named in `requiredPrivateInfos` of app.json, or they are disabled. */
export const positionInterfaces = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
] as const;

/** What we do with one kind of information that WeChat guards. */
interface Use {
  readonly purposes: readonly PurposeId[];
  /** The fields of the map that it fills; empty where nothing reaches us. */
  readonly fields: readonly FieldPath[];
  /** The interfaces that our code really names; the drift check compares both ways. */
  readonly by: readonly string[];
  /** What WeChat's form asks for after 为了, without a full stop. */
  readonly why: string;
}

/** One kind of information in WeChat's privacy guideline, and how it appears in code. */
interface Guarded {
  /** WeChat's own words for it, in the guideline and in its form. */
  readonly label: string;
  /** Members of `wx` or `Taro`. */
  readonly apis: readonly string[];
  /** Values of a button's `openType`. */
  readonly openTypes?: readonly string[];
  /** Values of an input's `type`. */
  readonly inputTypes?: readonly string[];
  readonly components?: readonly string[];
  /** Scopes of `authorize` and of app.json's `permission`. */
  readonly scopes?: readonly string[];
  readonly use: Use | null;
}

/**
 * WeChat's published list of privacy interfaces, by its own key (`privacy_key`), and what we use of it. An interface
 * that is used and not declared to WeChat is disabled; one that is declared and not used fails review. Source: WeChat's
 * 小程序用户隐私保护指引内容介绍, developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export const interfaces = {
  UserInfo: {
    label: '收集你的微信昵称、头像',
    apis: ['getUserInfo', 'getUserProfile'],
    openTypes: ['chooseAvatar', 'getUserInfo', 'userInfo'],
    inputTypes: ['nickname'],
    use: {
      purposes: ['profile'],
      fields: ['accounts.nickname', 'accounts.avatar'],
      by: ['chooseAvatar', 'nickname'],
      why: '让您选填昵称和头像，好让别人认得您',
    },
  },
  Location: {
    label: '收集你的位置信息',
    apis: [
      ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
      ...['onLocationChange', 'moveToLocation'],
    ],
    scopes: ['scope.userLocation', 'scope.userFuzzyLocation', 'scope.userLocationBackground'],
    use: {
      purposes: ['locate'],
      // The position is matched on the phone; only the city that the person confirms reaches us, and by no interface.
      fields: [],
      by: ['getFuzzyLocation'],
      why: '在手机上推算您在哪个城市（位置不上传，不保存）',
    },
  },
  ChooseLocation: { label: '收集你选择的位置信息', apis: ['chooseLocation', 'choosePoi'], use: null },
  Address: {
    label: '收集你的地址',
    apis: ['chooseAddress'],
    scopes: ['scope.address'],
    use: null,
  },
  Invoice: {
    label: '收集你的发票信息',
    apis: ['chooseInvoiceTitle', 'chooseInvoice'],
    scopes: ['scope.invoice', 'scope.invoiceTitle'],
    use: null,
  },
  RunData: {
    label: '收集你的微信运动步数',
    apis: ['getWeRunData', 'shareToWeRun'],
    scopes: ['scope.werun'],
    use: null,
  },
  PhoneNumber: {
    label: '收集你的手机号',
    apis: [],
    openTypes: ['getPhoneNumber', 'getRealtimePhoneNumber'],
    use: {
      purposes: ['registration'],
      fields: ['accounts.phone'],
      by: ['getPhoneNumber'],
      why: '注册和登录，确认您是谁',
    },
  },
  LicensePlate: { label: '收集你的车牌号', apis: ['chooseLicensePlate'], use: null },
  Album: {
    label: '收集你选中的照片或视频信息',
    apis: ['chooseImage', 'chooseMedia', 'chooseVideo'],
    use: {
      purposes: ['rights', 'community'],
      fields: ['request_attachments.picture', 'pictures.picture'],
      by: ['chooseMedia'],
      why: '让您给自己的请求和方案添加图片（只收您选中的）',
    },
  },
  MessageFile: { label: '收集你选中的文件', apis: ['chooseMessageFile'], use: null },
  Record: {
    label: '访问你的麦克风',
    apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat', 'createLivePusherContext'],
    components: ['LivePusher', 'VoipRoom'],
    scopes: ['scope.record'],
    use: null,
  },
  Camera: {
    label: '访问你的摄像头',
    apis: ['createCameraContext', 'createVKSession', 'join1v1Chat'],
    components: ['Camera'],
    scopes: ['scope.camera'],
    use: null,
  },
  BlueTooth: {
    label: '访问你的蓝牙',
    apis: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
    scopes: ['scope.bluetooth'],
    use: null,
  },
  AlbumWriteOnly: {
    label: '使用你的相册（仅写入）权限',
    apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
    scopes: ['scope.writePhotosAlbum'],
    use: null,
  },
  Contact: {
    label: '使用你的通讯录（仅写入）权限',
    apis: ['addPhoneContact', 'chooseContact'],
    scopes: ['scope.addPhoneContact'],
    use: null,
  },
  CalendarWriteOnly: {
    label: '使用你的日历（仅写入）权限',
    apis: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
    scopes: ['scope.addPhoneCalendar'],
    use: null,
  },
  Accelerometer: {
    label: '调用你的加速传感器',
    apis: ['startAccelerometer', 'stopAccelerometer', 'onAccelerometerChange'],
    use: null,
  },
  Compass: {
    label: '调用你的磁场传感器',
    apis: ['startCompass', 'stopCompass', 'onCompassChange'],
    use: null,
  },
  DeviceMotion: {
    label: '调用你的方向传感器',
    apis: ['startDeviceMotionListening', 'stopDeviceMotionListening', 'onDeviceMotionChange'],
    use: null,
  },
  Gyroscope: {
    label: '调用你的陀螺仪传感器',
    apis: ['startGyroscope', 'stopGyroscope', 'onGyroscopeChange'],
    use: null,
  },
  Clipboard: {
    label: '读取你的剪切板',
    apis: ['getClipboardData', 'setClipboardData'],
    use: {
      purposes: ['rights'],
      fields: [],
      by: ['setClipboardData'],
      why: '您点“复制”时放进联系邮箱或编号（从不读取其中的内容）',
    },
  },
  DeviceInfo: {
    label: '收集你的设备信息',
    apis: ['getDeviceInfo', 'getSystemInfo', 'getSystemInfoSync', 'getSystemInfoAsync'],
    use: {
      purposes: ['safety'],
      fields: ['logins.model', 'logins.system', 'logins.client', 'logins.language', 'logins.network'],
      by: ['getDeviceInfo', 'getSystemInfoSync'],
      why: '保护账号安全，防止冒用',
    },
  },
} as const satisfies Record<string, Guarded>;

/** WeChat's key of a kind of information. */
export type GuardedKey = keyof typeof interfaces;

/** Every kind of information with its key, read as the grammar. */
export const guarded: readonly (readonly [GuardedKey, Guarded])[] = Object.entries(interfaces) as [
  GuardedKey,
  Guarded,
][];
