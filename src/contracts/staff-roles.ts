import type { Decision } from './decisions';

/** What somebody of the staff is; who is what is the operator's setting `STAFF`. */
export const staffRoles = {
  reviewer: { label: '经办人' },
  second: { label: '复核人' },
  supervisor: { label: '主管' },
} as const;

/** A role of staff. */
export type StaffRole = keyof typeof staffRoles;

/** Everything staff can do with a person's request. */
export type StaffAction = 'read' | 'unmask' | 'intake' | 'verify' | Decision;

const deciding = ['reviewer', 'second'] as const;

/**
 * Who may do what (P39). Everybody handles masked words; what lies under a mask is for the second reviewer and the
 * supervisor, with a reason; and who supervises does not decide, so that somebody stays who can look at it from
 * outside. A ground on which the law forbids answering counts only once a second reviewer has endorsed it (P20).
 */
export const staffRights = {
  read: ['reviewer', 'second', 'supervisor'],
  unmask: ['second', 'supervisor'],
  approve: deciding,
  partly: deciding,
  refuse: deciding,
  reply: deciding,
  quote: deciding,
  duplicate: deciding,
  intake: deciding,
  verify: deciding,
  endorse: ['second'],
  return: ['second'],
} as const satisfies Record<StaffAction, readonly StaffRole[]>;

/** Whether a role may do that; nobody may without one. */
export const mayDo = (role: StaffRole | undefined, action: StaffAction): boolean =>
  role !== undefined && (staffRights[action] as readonly StaffRole[]).includes(role);
