import { create } from 'zustand';
import { account } from '@/contracts/account';
import type { Output } from '@/contracts/operation';
import type { Failure } from '@/contracts/result';
import { call } from '@/platform/call';
import { storage } from '@/platform/storage';

type Session = Output<typeof account.session>;
type Account = NonNullable<Session['account']>;

interface SessionState {
  /** `unknown` until the first answer. */
  status: Session['status'] | 'unknown';
  account?: Account | undefined;
  failure?: Failure | undefined;
  /** The city being browsed: the member's own, or the one a guest picked on this phone. */
  city?: string | undefined;
  /** Asks who the caller is; safe to repeat. */
  load: () => Promise<void>;
  /** Takes over the account that was just registered, without asking again. */
  enter: (account: Account) => void;
  /** Takes over a city that was just picked, and keeps it on the phone for guests and for offline use. */
  showCity: (code: string) => void;
  /** 退出登录: forgets what this phone keeps of the person, and stays a guest until `signIn`. */
  signOut: () => void;
  /** Ends what `signOut` began; the account itself was never touched. */
  signIn: () => Promise<void>;
  /** 清除本机数据: empties the phone's storage; the account, and being logged in, stay. */
  clearPhone: () => void;
}

/** Who the person is, for every page. */
export const useSession = create<SessionState>((set, get) => ({
  status: 'unknown',
  city: storage.get('city'),
  async load() {
    if (storage.get('signedOut') !== undefined) {
      set({ status: 'guest', account: undefined, failure: undefined });
      return;
    }
    const result = await call(account.session, {});
    if (!result.ok) {
      set({ failure: result.error });
      return;
    }
    const { status, account: summary } = result.data;
    set({ status, account: summary, failure: undefined, city: summary?.city ?? get().city });
  },
  enter(summary) {
    storage.remove('signedOut');
    set({ status: 'member', account: summary, failure: undefined, city: summary.city ?? get().city });
  },
  showCity(code) {
    storage.set('city', code);
    set({ city: code });
  },
  signOut() {
    storage.remove('city');
    storage.remove('recentCities');
    storage.set('signedOut', 'yes');
    set({ status: 'guest', account: undefined, failure: undefined, city: undefined });
  },
  async signIn() {
    storage.remove('signedOut');
    await get().load();
  },
  clearPhone() {
    storage.clear();
    set({ city: get().account?.city ?? undefined });
  },
}));

/** Whether the person logged out on this phone and may simply log in again. */
export const isSignedOut = (): boolean => storage.get('signedOut') !== undefined;
