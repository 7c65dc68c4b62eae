import type { RequestKind } from '@/contracts/request-vocabulary';
import { requestCopy } from '@/copy/privacy/requests';

const { minors: words } = requestCopy;

/** By or about somebody under 18 a request goes to whoever is named for it; what the person is told of that (P75). */
export function routingOf(
  kind: RequestKind | undefined,
  age: string | undefined,
  ward?: string,
): string | undefined {
  if (ward !== undefined) return words.guardian;
  if (age === 'teen' || age === 'child') return words.own;
  if (kind === 'guardian') return words.guardian;
  return kind === 'complaint' ? words.complaint : undefined;
}
