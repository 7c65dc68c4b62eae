import { readActual } from './actual';
import type { Desired } from './desired';
import { differenceOf, type Difference } from './difference';
import type { Management } from './management';
import { Refusal } from './refusal';

/** What an environment proves of itself. */
export interface Verdict {
  difference: Difference;
  /** Functions that did not answer as a function of ours does. */
  silent: readonly string[];
  /** Why the cloud would not tell of data models. */
  models: Refusal | undefined;
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

/** What a function answers to a knock. That the cloud would not ask it says nothing of the function. */
const knock = (management: Management, name: string): Promise<string> =>
  management.invoke(name, KNOCK).catch((error: unknown) => {
    if (error instanceof Refusal && error.reason !== 'other') throw error;
    return '';
  });

/** Compares everything anew and knocks at each function that is there. */
export async function verify(management: Management, desired: Desired): Promise<Verdict> {
  const actual = await readActual(management, desired);
  const difference = differenceOf(desired, actual);
  const missing = new Set(
    difference.steps.flatMap((step) => (step.do === 'create-function' ? [step.wanted.name] : [])),
  );
  const answers = await Promise.all(
    desired.functions
      .filter(({ name }) => !missing.has(name))
      .map(async ({ name }) => ({ name, answer: await knock(management, name) })),
  );
  const silent = answers.filter(({ answer }) => !isOurAnswer(answer)).map(({ name }) => name);
  return { difference, silent, models: actual.models instanceof Refusal ? actual.models : undefined };
}
