import { dataMap } from '../../src/contracts/data-map';
import { isUntouched } from './guard';
import { log } from './log';
import { activeMember, type Member } from './member';
import type { Row, Store } from './store';

/** A request with the person it belongs to. */
export interface Case {
  request: Row<'requests'>;
  member: Member;
}

/** Why nobody works on a request: it does not exist, its person is leaving, or somebody edited it by hand. */
export type NoCase = 'unknown' | 'frozen' | 'altered';

/** Whether a request is as the functions wrote it; an edit by hand is told to whoever watches the logs. */
export function isTrusted(request: Row<'requests'>): boolean {
  if (isUntouched(dataMap.requests, request)) return true;
  log('error', { fault: 'a request was edited by hand' });
  return false;
}

/**
 * A request and its person, to be worked on. The request is read after the person: any change to it moves the person's
 * chain, so a change that came in between makes `record` conflict instead of being overwritten.
 */
export async function caseOf(store: Store, requestId: string): Promise<Case | NoCase> {
  const found = await store.get('requests', requestId);
  if (!found) return 'unknown';
  const member = await activeMember(store, found.subject);
  if (!member) return 'frozen';
  const request = await store.get('requests', requestId);
  if (!request) return 'unknown';
  return isTrusted(request) ? { request, member } : 'altered';
}
