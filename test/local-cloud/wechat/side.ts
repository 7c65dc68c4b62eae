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
}

/** A WeChat where nobody has declined anything. */
export function createWeChatSide(clock: Clock, templates: WeChatSide['templates'] = TEMPLATES): WeChatSide {
  return {
    clock,
    codes: createPhoneCodes(clock),
    outbox: createOutbox(),
    declined: new Set(),
    numbers: new Map(),
    templates,
  };
}
