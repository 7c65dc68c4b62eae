import type { Decision, RequestKind } from '../../../../src/contracts/request-vocabulary';

/** What a decision asks of the form. The timer judges the row anyway; this only saves staff a round trip. */
interface Fields {
  reason: boolean;
  reply: 'needed' | 'optional';
}

/** By decision. */
export const fieldsOf = {
  approve: { reason: false, reply: 'optional' },
  partly: { reason: true, reply: 'needed' },
  refuse: { reason: true, reply: 'needed' },
  reply: { reason: false, reply: 'needed' },
  quote: { reason: false, reply: 'needed' },
} as const satisfies Record<Decision, Fields>;

/** Whether the form offers another way on; turning down a look at one's data, wholly or in part, must name one. */
export const alternativeFor = (kind: RequestKind, decision: Decision): 'needed' | 'optional' | undefined => {
  if (!fieldsOf[decision].reason) return undefined;
  return kind === 'access' ? 'needed' : 'optional';
};
