import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import type { Told } from '../domain/told';
import { sealRow } from './sealing';
import type { Member } from './member';
import type { Row } from './store';

type Message = Facts<typeof dataMap.messages>;

/**
 * What a person must be told, as it stood when it happened: written with the change it tells of, and sent afterwards,
 * so that neither is ever lost. The same `id` cannot be written twice.
 */
export const messageRow = (
  subject: string,
  template: Message['template'],
  told: Told,
  now: Date,
  id: string = randomUUID(),
): Row<'messages'> => {
  const at = now.toISOString();
  const facts = {
    subject,
    template,
    ...told,
    state: 'waiting',
    tries: 0,
    createdAt: at,
    nextAt: at,
  } as const;
  return sealRow(dataMap.messages, id, facts);
};

/**
 * The word of what became of a request: to its person, and to the guardian who asked for the child, whom the answer is
 * owed (Minors Online Regulations 34).
 */
export const wordAbout = (
  { _id, kind, askedBy }: Pick<Row<'requests'>, '_id' | 'kind' | 'askedBy'>,
  { id, row: { guardian } }: Member,
  template: Message['template'],
  state: NonNullable<Told['told']>,
  now: Date,
): Row<'messages'>[] =>
  [id, ...(askedBy === 'guardian' && guardian !== undefined ? [guardian] : [])].map((subject) =>
    messageRow(subject, template, { requestId: _id, kind, told: state }, now),
  );
