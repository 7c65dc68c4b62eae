import { requestCopy } from '@/copy/privacy/requests';
import { useSession } from '@/features/session/store';
import { Notice } from '@/ui/notice';
import type { Draft } from './draft';
import { routingOf } from './routing';

/** Who will handle what is being asked, where that is somebody particular. */
export function ForMinors({ kind, ward }: Pick<Draft, 'kind' | 'ward'>) {
  const age = useSession((session) => session.account?.age);
  const routing = routingOf(kind, age, ward);
  return routing === undefined ? null : <Notice title={requestCopy.minors.title}>{routing}</Notice>;
}
