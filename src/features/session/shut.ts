import type { ErrorCode } from '@/contracts/errors';
import { replace, restart, type PageName } from '@/platform/navigate';
import { useSession } from './store';

interface Way {
  /** The refusal that says so. */
  code: ErrorCode;
  /** Where the person learns what to do. */
  page: PageName;
  open: (page: PageName) => void;
}

/**
 * How an account can be shut to its own person. Who meets a lock may be somebody else, so whatever lies open below its
 * page is closed too.
 */
const ways = {
  frozen: { code: 'FROZEN', page: 'pages/privacy/frozen/index', open: replace },
  locked: { code: 'LOCKED', page: 'pages/privacy/locked/index', open: restart },
} as const satisfies Record<string, Way>;

/** A status of the session under which the account does nothing but say how to come back. */
export type Shut = keyof typeof ways;

/** Whether the account is shut. */
export const isShut = (status: string): status is Shut => Object.hasOwn(ways, status);

/** How the account is shut, by a refusal; undefined for every other. */
export const shutBy = (code: string | undefined): Shut | undefined =>
  (Object.keys(ways) as Shut[]).find((how) => ways[how].code === code);

/** The page that says what to do. */
export const pageOf = (how: Shut): PageName => ways[how].page;

const lead = (how: Shut): void => {
  ways[how].open(ways[how].page);
};

/**
 * After the server refused: takes the person to where the account can be opened again; there, what was known before the
 * refusal must not be shown.
 */
export function openShut(how: Shut): void {
  const { status, forget } = useSession.getState();
  if (status !== how) forget();
  lead(how);
}

/** Where the session said so: takes the person there too, unless it has learned better before the page was drawn. */
export function openStillShut(how: Shut): void {
  if (useSession.getState().status === how) lead(how);
}
