import { askToSubscribe } from '@/platform/wechat';

declare const ANSWER_TEMPLATE_ID: string;

/**
 * Asks, in the tap that sends something, whether WeChat may tell of the answer: it takes the question only there.
 * Whatever the person says, what they send goes its way; each yes is one message.
 */
export const askForNotice = (): Promise<boolean> => askToSubscribe(ANSWER_TEMPLATE_ID);
