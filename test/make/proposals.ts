import { randomUUID } from 'node:crypto';
import type { Answer } from './cloud';
import { dataOf } from './expect-answer';
import type { Person } from './person';

/** A proposal that says nothing that anyone would mind. */
export const plainProposal = { title: '电梯保养怎样定价', text: '按楼层定，低层少付一些。' } as const;

/** A word that stands nowhere else and has no digits: those of a random id may look like a number of somebody's. */
export const canaryWord = (): string =>
  `金丝雀${randomUUID().replace(/\d/gu, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;

/** Publishes a proposal, each time a new one. */
export const publish = (person: Person, more: object = {}): Promise<Answer> =>
  person.call('community', 'publish', { ...plainProposal, attempt: randomUUID(), ...more });

/** The same, and its id. */
export const publishedBy = async (person: Person, more: object = {}): Promise<string> =>
  String(dataOf(await publish(person, more))['id']);
