import type { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import { messageTemplates } from '../../src/contracts/message-templates';

type Message = Facts<typeof dataMap.messages>;

/** What a message speaks of, as it stood when it was written. */
export type Told = Partial<Pick<Message, 'requestId' | 'kind' | 'told' | 'about' | 'until'>>;

/** Where a message leads: its template's page, and there the request it speaks of. */
export const pageOf = ({ template, requestId }: Pick<Message, 'template' | 'requestId'>): string => {
  const { page } = messageTemplates[template];
  return requestId === undefined ? page : `${page}?id=${encodeURIComponent(requestId)}`;
};
