import type { ErrorCode } from '../../src/contracts/errors';
import type { Answer } from './cloud';

/** The data of a successful answer; the failure's code stands in the error otherwise. */
export function dataOf(answer: Answer): Record<string, unknown> {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${answer.error.message}`);
  return answer.data;
}

/** Expects a refusal with this code and a Chinese sentence that ends like one. */
export function expectRefusal(answer: Answer, code: ErrorCode): void {
  expect(answer).toMatchObject({ ok: false, error: { code } });
  if (!answer.ok) expect(answer.error.message).toMatch(/^[^a-zA-Z]*[\u4e00-\u9fff].*。$/);
}

/** Expects a session of nobody: not a word about a person, whatever everyone is told of a new policy meanwhile. */
export function expectGuest(session: Record<string, unknown>): void {
  const { policyNews: _, ...said } = session;
  expect(said).toEqual({ status: 'guest' });
}
