import { create } from 'zustand';
import { account } from '@/contracts/account';
import type { Output } from '@/contracts/operation';
import type { Failure } from '@/contracts/result';
import { call } from '@/platform/call';
import { storage } from '@/platform/storage';

type Session = Output<typeof account.session>;

interface SessionState {
  /** `unknown` until the first answer. */
  status: Session['status'] | 'unknown';
  account?: Session['account'];
  failure?: Failure;
  /** The city being browsed: the member's own, or the one a guest picked on this phone. */
  city?: string;
  /** Asks who the caller is; safe to repeat. */
  load: () => Promise<void>;
  /** Takes over a city that was just picked, and keeps it on the phone for guests and for offline use. */
  showCity: (code: string) => void;
}

/** Who the person is, for every page. */
export const useSession = create<SessionState>((set, get) => ({
  status: 'unknown',
  city: storage.get('city'),
  async load() {
    const result = await call(account.session, {});
    if (!result.ok) {
      set({ failure: result.error });
      return;
    }
    const { status, account: summary } = result.data;
    set({ status, account: summary, failure: undefined, city: summary?.city ?? get().city });
  },
  showCity(code) {
    storage.set('city', code);
    set({ city: code });
  },
}));
