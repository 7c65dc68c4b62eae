import { readActual } from './actual';
import type { Desired } from './desired';
import { differenceOf, type Difference } from './difference';
import type { Management } from './management';

/** What an environment proves of itself. */
export interface Verdict {
  difference: Difference;
  /** Functions that did not answer as a function of ours does. */
  silent: readonly string[];
}

/** An operation that there is not: whoever reads contracts refuses it, writes nothing, and so shows that it runs. */
export const KNOCK = { action: 'knock' };

/** What WeChat's message push wants to hear, whatever came. */
const TO_WECHAT = 'success';

/** Whether a function answers a knock as ours do: that it knows no such operation, or as WeChat wants it. */
export function isOurAnswer(text: string): boolean {
  try {
    const answer = JSON.parse(text) as { ok?: unknown; error?: { code?: unknown } } | string | null;
    if (typeof answer === 'string') return answer === TO_WECHAT;
    return answer?.ok === false && answer.error?.code === 'UNKNOWN_ACTION';
  } catch {
    return false;
  }
}

/** Compares everything anew and knocks at each function. */
export async function verify(management: Management, desired: Desired): Promise<Verdict> {
  const difference = differenceOf(desired, await readActual(management, desired));
  const answers = await Promise.all(
    desired.functions.map(async ({ name }) => ({
      name,
      answer: await management.invoke(name, KNOCK).catch(() => ''),
    })),
  );
  return { difference, silent: answers.filter(({ answer }) => !isOurAnswer(answer)).map(({ name }) => name) };
}
