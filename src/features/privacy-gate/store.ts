import { create } from 'zustand';
import { askPrivacyBy, type PrivacyQuestion } from '@/platform/privacy';

/** What the gate has on the screen; `owner` is the page that shows it, for others may lie below and above. */
interface PrivacyGate {
  question?: PrivacyQuestion | undefined;
  /** Seconds until WeChat would ask again, told to somebody who has just said no. */
  soon?: number | undefined;
  owner?: object | undefined;
  claim: (owner: object) => void;
  answer: (agreed: boolean) => void;
  dismiss: () => void;
}

/** The one question that can be open at a time; a second one that comes meanwhile gets the same answer. */
export const usePrivacyGate = create<PrivacyGate>((set, get) => ({
  claim: (owner) => {
    set({ owner });
    get().question?.shown();
  },
  answer: (agreed) => {
    const { question } = get();
    set({ question: undefined, owner: undefined });
    question?.answer(agreed);
  },
  dismiss: () => {
    set({ soon: undefined, owner: undefined });
  },
}));

/** Joins the gate to WeChat; nothing is called by it. */
export function openGate(): void {
  askPrivacyBy({
    ask: (question) => {
      const { question: open } = usePrivacyGate.getState();
      usePrivacyGate.setState({ soon: undefined, question: open ? both(open, question) : question });
    },
    tell: (soon) => {
      usePrivacyGate.setState({ soon });
    },
  });
}

const both = (open: PrivacyQuestion, other: PrivacyQuestion): PrivacyQuestion => ({
  ...open,
  answer: (agreed) => {
    open.answer(agreed);
    other.answer(agreed);
  },
});
