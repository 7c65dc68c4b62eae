/**
 * A random name of one attempt to send what was filled in. It must differ among one person's attempts alone, since the
 * server knows it only together with the person; so no strong randomness is asked of the phone.
 */
export const newAttempt = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
