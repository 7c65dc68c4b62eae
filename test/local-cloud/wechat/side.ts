import type { Clock } from '../clock';
import { createOutbox, type Outbox } from './outbox';
import { createPhoneCodes, type PhoneCodes } from './phone-codes';

/** The templates that the trial operator has been granted. */
export const TEMPLATES = { sms: 'local-sms-code', subscribe: 'local-subscribe-notice' } as const;

/** WeChat as this machine plays it. */
export interface WeChatSide {
  clock: Clock;
  codes: PhoneCodes;
  outbox: Outbox;
  /** Openids that refuse subscription messages. */
  declined: Set<string>;
  /** The number bound to a person's WeChat, by openid: what the phone button gives when no number is typed. */
  numbers: Map<string, string>;
  templates: { sms: string; subscribe: string };
  /** Pushes an event to the function that takes them. */
  push: (event: Record<string, unknown>) => Promise<void>;
  /** Remembers work that goes on after the answer, so that whoever must can wait for it. */
  looking: (work: Promise<void>) => void;
  /** Resolves when nothing of that goes on any more. */
  settled: () => Promise<void>;
}

/** A WeChat where nobody has declined anything. */
export function createWeChatSide(
  clock: Clock,
  templates: WeChatSide['templates'] = TEMPLATES,
  push: WeChatSide['push'] = () => Promise.resolve(),
): WeChatSide {
  const works = new Set<Promise<void>>();
  return {
    clock,
    codes: createPhoneCodes(clock),
    outbox: createOutbox(),
    declined: new Set(),
    numbers: new Map(),
    templates,
    push,
    looking(work) {
      const kept = work.catch((error: unknown) => {
        console.error(error);
      });
      works.add(kept);
      void kept.finally(() => works.delete(kept));
    },
    settled: async () => {
      while (works.size > 0) await Promise.all(works);
    },
  };
}
