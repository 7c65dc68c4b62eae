/**
 * The cloud's regions in mainland China, where alone personal data may lie (P32, PIPL 40). A closed table: Hong Kong and
 * regions abroad are not in it, and neither is one that nobody has looked at.
 */
export const mainlandRegions = {
  'ap-beijing': '北京',
  'ap-chengdu': '成都',
  'ap-chongqing': '重庆',
  'ap-guangzhou': '广州',
  'ap-nanjing': '南京',
  'ap-shanghai': '上海',
} as const;

/** Whether a region lies in mainland China; one that is not named does not. */
export const isMainland = (region: string | undefined): boolean =>
  region !== undefined && Object.hasOwn(mainlandRegions, region);

/** Whether this function runs where it may: the platform itself says where. */
export const isHere = (): boolean => isMainland(process.env['TENCENTCLOUD_REGION']);
