import fc from 'fast-check';
import { contracts } from '../../src/contracts';
import type { RecipientId } from '../../src/contracts/data-map/recipients';
import type { Operation } from '../../src/contracts/operation';
import { valueOf } from '../laws/arbitrary/value';
import { agreedAt } from './agreed-at';

/** Every operation of every function. */
export const operations = Object.values(contracts).flatMap((table) =>
  Object.values(table as Readonly<Record<string, Operation>>),
);

/** An operation's name and itself, as a table of tests takes them. */
export const byName = (some: readonly Operation[]) =>
  some.map((operation): [string, Operation] => [`${operation.function}.${operation.action}`, operation]);

/** Whether a person inside WeChat may call it. */
export const isOwn = ({ caller }: Operation) => caller === 'mini-program';

/** What is published is read by everyone alike: whoever is shut out of the own account reads it as a guest does. */
const published: readonly string[] = ['feed', 'search', 'read', 'picture', 'comments', 'surveys', 'survey'];

/** Whether it tells nothing of whoever asks: the same words to everyone. */
export const isOfNobody = ({ function: name, action }: Operation) =>
  name === 'policy' || (name === 'community' && published.includes(action));

const known = {
  policyVersion: agreedAt(new Date()).policyVersion,
  age: 'adult',
  code: '440300',
  purpose: 'analytics',
  recipient: 'survey' satisfies RecipientId,
};

/** What the person already has, to be asked for. */
interface Own {
  requestId: string;
  receiptId: string;
}

/** An input that the operation takes, of values that are right for this person: nothing in it stands in the way. */
export function rightInput({ input, action }: Operation, { requestId, receiptId }: Own): object {
  const [made] = fc.sample(valueOf(input), { numRuns: 1, seed: 5 }) as [object];
  const code = action === 'guardChild' ? 'ABCDEFGH' : known.code;
  const right = { ...known, code, id: action === 'receipt' ? receiptId : requestId, kind: 'question' };
  return { ...made, ...Object.fromEntries(Object.entries(right).filter(([name]) => name in made)) };
}
