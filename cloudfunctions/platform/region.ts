/**
 * The cloud's regions in mainland China, where alone personal data may lie (P32, PIPL 40). A closed table: Hong Kong
 * and regions abroad are not in it, and neither is one that nobody has looked at.
 */
export const mainlandRegions: readonly string[] = [
  'ap-beijing',
  'ap-chengdu',
  'ap-chongqing',
  'ap-guangzhou',
  'ap-nanjing',
  'ap-shanghai',
];

/** Whether a region lies in mainland China; one that is not named does not. */
export const isMainland = (region: string | undefined): boolean =>
  region !== undefined && mainlandRegions.includes(region);

/** Whether this function runs where it may: the platform itself says where. */
export const isHere = (): boolean => isMainland(process.env['TENCENTCLOUD_REGION']);
