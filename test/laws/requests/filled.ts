import {
  decisionColumns,
  presenceOf,
  type Decision,
  type DecisionField,
} from '../../../src/contracts/decisions';
import { keysOf, type RequestKind } from '../../../src/contracts/request-vocabulary';

const values = {
  reason: 'repetitive',
  reply: '答复在这里',
  alternative: '可以到柜台查询',
  fee: 12.5,
  duplicateOf: 'another-request',
  items: 'nickname',
} as const satisfies Record<DecisionField, unknown>;

/** A decision filled as its form wants it, with what is optional left out. */
export const filledFor = (decision: Decision, kind: RequestKind): Record<string, unknown> => ({
  decision,
  ...Object.fromEntries(
    keysOf(decisionColumns)
      .filter((field) => presenceOf(decision, field, kind) === 'needed')
      .map((field) => [decisionColumns[field], values[field]]),
  ),
});

/** The same with everything that its form may have. */
export const filledWhole = (decision: Decision, kind: RequestKind): Record<string, unknown> => ({
  decision,
  ...Object.fromEntries(
    keysOf(decisionColumns)
      .filter((field) => presenceOf(decision, field, kind) !== 'absent')
      .map((field) => [decisionColumns[field], values[field]]),
  ),
});
