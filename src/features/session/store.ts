import { create } from 'zustand';
import { session } from '@/contracts/session';
import type { Output } from '@/contracts/operation';
import type { PolicyNews } from '@/contracts/policy-change';
import type { Failure } from '@/contracts/result';
import { call } from '@/platform/call';
import { storage } from '@/platform/storage';
import { allowVisits } from '@/platform/visits';

type Session = Output<typeof session.session>;
type Account = NonNullable<Session['account']>;
type Leaving = NonNullable<Session['leaving']>;

interface SessionState {
  /** `unknown` until the first answer. */
  status: Session['status'] | 'unknown';
  account?: Account | undefined;
  /** Why and until when a frozen account can come back; undefined for every other. */
  leaving?: Leaving | undefined;
  failure?: Failure | undefined;
  /** A version of the policy that the person has to know of, or to agree to. */
  policyNews?: PolicyNews | undefined;
  /** The city being browsed: the member's own, or the one a guest picked on this phone. */
  city?: string | undefined;
  /** Asks who the caller is; safe to repeat. An answer that something newer has overtaken is dropped. */
  load: () => Promise<void>;
  /** Takes over the account that was just registered, without asking again. */
  enter: (account: Account) => void;
  /** Takes over that the person just froze the account, without asking again. */
  freeze: (eraseAfter: string, certificateId: string) => void;
  /** Takes over that the account is locked: this phone, too, keeps nothing of the person in view. */
  lock: () => void;
  /** Takes over whether the person lets pages be counted. */
  count: (countsPages: boolean) => void;
  /** What was known turned out to be old: nothing is known until the next answer. */
  forget: () => void;
  /** Takes over a city that was just picked, and keeps it on the phone for guests and for offline use. */
  showCity: (code: string) => void;
  /** 退出登录: forgets what this phone keeps of the person, and stays a guest until `signIn`. */
  signOut: () => void;
  /** Ends what `signOut` began; the account itself was never touched. */
  signIn: () => Promise<void>;
  /** 清除本机数据: empties the phone's storage; the account, and being logged in, stay. */
  clearPhone: () => void;
}

/** What this phone keeps of the person: where they are, by their cities, and what they agreed to. */
function forgetPerson(): void {
  storage.remove('city');
  storage.remove('recentCities');
  storage.remove('consentsSeen');
}

/** Who the person is, for every page. */
export const useSession = create<SessionState>((set, get) => {
  /** Counts what changes who the person is; an answer asked for in an older turn says what no longer holds. */
  let turn = 0;
  let newest = Promise.resolve();
  const takeOver = (known: Partial<SessionState>) => {
    turn += 1;
    newest = Promise.resolve();
    set({ failure: undefined, policyNews: undefined, leaving: undefined, ...known });
  };
  const ask = async (asked: number): Promise<void> => {
    const result = await call(session.session, {});
    // Whoever waits for this waits for what took its place.
    if (asked !== turn) return newest;
    if (!result.ok) {
      set({ failure: result.error });
      return;
    }
    const { account: summary, leaving, policyNews, status } = result.data;
    if (status === 'locked') {
      get().lock();
      return;
    }
    if (status === 'frozen') forgetPerson();
    // The account is gone; the cities may be those that a guest picked.
    if (status === 'guest') storage.remove('consentsSeen');
    const city = summary?.city ?? get().city;
    set({ status, account: summary, leaving, policyNews, failure: undefined, city });
  };
  return {
    status: 'unknown',
    city: storage.get('city'),
    load() {
      if (storage.get('signedOut') !== undefined) takeOver({ status: 'guest', account: undefined });
      else {
        turn += 1;
        newest = ask(turn);
      }
      return newest;
    },
    enter(summary) {
      storage.remove('signedOut');
      takeOver({
        status: summary.age === 'child' ? 'child' : 'member',
        account: summary,
        city: summary.city ?? get().city,
      });
    },
    freeze(eraseAfter, certificateId) {
      const { account: known } = get();
      forgetPerson();
      takeOver({
        status: 'frozen',
        account: known && { ...known, eraseAfter },
        leaving: { isRestorable: true, cause: 'own', certificateId },
      });
    },
    lock() {
      forgetPerson();
      takeOver({ status: 'locked', account: undefined, city: undefined });
    },
    count(countsPages) {
      const { account: known } = get();
      set({ account: known && { ...known, countsPages } });
    },
    forget() {
      takeOver({ status: 'unknown', account: undefined });
    },
    showCity(code) {
      storage.set('city', code);
      set({ city: code });
    },
    signOut() {
      forgetPerson();
      storage.set('signedOut', 'yes');
      takeOver({ status: 'guest', account: undefined, city: undefined });
    },
    signIn() {
      storage.remove('signedOut');
      // Without an answer a member must not be taken for the guest that signing out made.
      get().forget();
      return get().load();
    },
    clearPhone() {
      storage.clear();
      set({ city: get().account?.city ?? undefined });
    },
  };
});

useSession.subscribe(({ status, account: known }) => {
  allowVisits(status === 'member' && known?.countsPages === true);
});

/** Whether the person logged out on this phone and may simply log in again. */
export const isSignedOut = (): boolean => storage.get('signedOut') !== undefined;
