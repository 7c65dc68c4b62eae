import { useRef } from 'react';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import type { consent } from '@/contracts/consent';
import type { Input } from '@/contracts/operation';
import type { PageName } from '@/contracts/pages';
import { callFunction } from './call-function';

type Visit = Input<typeof consent.usage>['events'][number];

/** So many visits travel together; the contract takes twenty. */
const BATCH = 5;
const LONGEST_MS = 3_600_000;

let isAllowed = false;
let waiting: Visit[] = [];
let last: PageName | undefined;

/**
 * Says whether pages may be counted. Where they may not, nothing is even noted, and what waits is thrown away (P31).
 */
export function allowVisits(allowed: boolean): void {
  isAllowed = allowed;
  if (!allowed) {
    waiting = [];
    last = undefined;
  }
}

/** Sends what waits; what cannot be sent is not worth a second try. */
export async function sendVisits(): Promise<void> {
  if (!isAllowed || waiting.length === 0) return;
  const events = waiting;
  waiting = [];
  const result = await callFunction('consent', 'usage', { events });
  if (!result.ok && result.error.code === 'CONSENT_NEEDED') allowVisits(false);
}

function note(path: string, since: number): void {
  if (!isAllowed) return;
  const page = path.replace(/^\/|\?.*$/g, '') as PageName;
  const now = Date.now();
  const dwell = Math.min(Math.max(now - since, 0), LONGEST_MS);
  waiting.push({ page, dwell, at: new Date(now).toISOString(), ...(last && { from: last }) });
  last = page;
  if (waiting.length >= BATCH) void sendVisits();
}

/** Counts how long the page was in view, while that is allowed; for the root part of every page. */
export function useVisit(): void {
  const { path } = useRouter();
  const since = useRef<number | undefined>(undefined);
  const leave = () => {
    if (since.current !== undefined) note(path, since.current);
    since.current = undefined;
  };
  useDidShow(() => {
    // A look that began before it was allowed is nobody's business.
    since.current = isAllowed ? Date.now() : undefined;
  });
  useDidHide(leave);
  useUnload(leave);
}
