import { storage } from './storage';

/**
 * Who is using the H5 build; on a phone WeChat knows. The workbench names a person with `?openid=`, before or after the
 * hash; without one, the first visit makes a person up and keeps it.
 */
export function visitor(): string {
  const named = openidInAddress();
  if (named !== null) {
    // Another person than before, whose choices are not theirs; on a phone each has a storage of their own.
    if (storage.get('visitor') !== named) storage.remove('consentsSeen');
    storage.set('visitor', named);
    return named;
  }
  const kept = storage.get('visitor');
  if (kept !== undefined) return kept;
  const fresh = `h5-${crypto.randomUUID()}`;
  storage.set('visitor', fresh);
  return fresh;
}

function openidInAddress(): string | null {
  const afterHash = location.hash.split('?')[1] ?? '';
  return new URLSearchParams(location.search).get('openid') ?? new URLSearchParams(afterHash).get('openid');
}
