/**
 * What people may think that we collect, and what the platform's older policy named although no mini program can read
 * it (P06). Nothing of this is in the map; a law test compares.
 */
export const notCollected = {
  position: { label: '您的位置', because: '定位找城市只在手机上推算，位置不发给我们，也不保存' },
  deviceId: { label: '设备识别码（IMEI、OAID、MAC 地址）', because: '小程序读不到' },
  deviceName: { label: '您给手机起的名字', because: '小程序读不到' },
  browser: { label: '浏览器类型和设置', because: '小程序不在浏览器里运行' },
  carrier: { label: '运营商和网络质量', because: '用不着' },
  contacts: { label: '通讯录、麦克风', because: '用不着' },
  album: { label: '相册里您没有选的照片', because: '只收您自己选的：添加到请求、方案里的图片，和头像' },
  photoNotes: { label: '照片里记的地点、时间和手机型号', because: '收到图片时就去掉' },
  identityCard: { label: '身份证号、人脸、银行卡', because: '用不着' },
} as const satisfies Record<string, { label: string; because: string }>;
