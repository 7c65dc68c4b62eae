import { create } from 'zustand';
import type { PolicyNews } from '@/contracts/policy-change';
import { storage } from '@/platform/storage';

interface PutOff {
  /** What the person does not want to hear of again, as `version state`. */
  told: string | undefined;
  /** 以后再说: quiet until the mini program is opened again, for who has to decide. */
  later: (news: PolicyNews) => void;
  /** 知道了: quiet for good on this phone, for who need not decide. */
  seen: (news: PolicyNews) => void;
}

/** One version is told of when it is announced, and once more when it counts. */
export const nameOf = ({ version, state }: PolicyNews): string => `${version} ${state}`;

/** Which news of the policy was put off. */
export const usePutOff = create<PutOff>((set) => ({
  told: storage.get('policyTold'),
  later(news) {
    set({ told: nameOf(news) });
  },
  seen(news) {
    storage.set('policyTold', nameOf(news));
    set({ told: nameOf(news) });
  },
}));
