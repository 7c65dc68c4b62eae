import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { useSession } from '@/features/session/store';
import { go } from '@/platform/navigate';
import { usePurpose } from './use-purpose';

/** Where the proposals of a list are from. */
export type Scope = 'all' | 'city';

/**
 * Whether the list shows one city alone. A member has agreed to it first; of a guest nothing is held, so the city that
 * they picked on this phone needs nobody's word. All that is ever sent is its code (P13).
 */
export function useSameCity() {
  const { status, city } = useSession();
  // What was allowed to one is not allowed to whoever holds the phone next.
  const [allowedAs, setAllowedAs] = useState<string>();
  const scope: Scope = allowedAs === status ? 'city' : 'all';

  const allow = () => {
    const now = useSession.getState();
    setAllowedAs(now.status);
    if (now.city === undefined) go('pages/city/index');
  };
  const asking = usePurpose('same-city', allow);

  const choose = async (wanted: Scope) => {
    if (wanted === 'all') {
      setAllowedAs(undefined);
      return;
    }
    if (useSession.getState().status === 'unknown') await useSession.getState().load();
    if (useSession.getState().status === 'guest') allow();
    else await asking.begin();
  };
  // Withdrawn on another page, it ends here too (P54).
  useDidShow(() => {
    if (allowedAs === undefined || allowedAs === 'guest') return;
    void asking.isGranted().then((isGranted) => {
      if (isGranted === false) setAllowedAs(undefined);
    });
  });
  return { scope, city, choose, asking };
}
