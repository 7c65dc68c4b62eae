import type { TestCloud } from './cloud';
import { dataOf } from './expect-answer';
import type { Person } from './person';

/** A code that was just sent to this person's phone, read off it, as proof of the number. */
export async function smsProof(
  on: TestCloud,
  person: Person,
): Promise<{ kind: 'sms'; number: string; code: string }> {
  const { number } = person;
  dataOf(await person.call('account', 'sendSmsCode', { number }));
  const message = (await on.outbox()).find(({ kind, to }) => kind === 'sms' && to === number);
  const code = /\d{6}/.exec(JSON.stringify(message?.text ?? message?.data))?.[0] ?? '';
  return { kind: 'sms', number, code };
}
