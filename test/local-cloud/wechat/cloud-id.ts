import type { PhoneCodes } from './phone-codes';

/**
 * Opens the `wx.cloud.CloudID` values of a mini program's call, at the top level of the data only, as the
 * platform does. On the wire such a value is an object with the one member `cloudID`.
 */
export function openCloudIds(
  event: Record<string, unknown>,
  openid: string,
  codes: PhoneCodes,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [
      key,
      isCloudId(value) ? opened(value, openid, codes) : value,
    ]),
  );
}

function isCloudId(value: unknown): value is { cloudID: string } {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  return typeof (value as { cloudID?: unknown }).cloudID === 'string';
}

function opened({ cloudID }: { cloudID: string }, openid: string, codes: PhoneCodes): unknown {
  const data = codes.open(cloudID, openid);
  return data === undefined ? { cloudID, errCode: -601006, errMsg: 'invalid cloudID' } : { cloudID, data };
}
