import { useEffect, useState } from 'react';
import type { GuardedKey } from '@/contracts/data-map/interfaces';
import { passPrivacy, readyPrivacy, toldTooSoon, weChatAsks } from '@/platform/privacy';

/**
 * For a button that is WeChat's own. WeChat asks when it is tapped; on an old library, which does not, it is a plain
 * one until the person has agreed. Right after a refusal WeChat does nothing at all, so that is said.
 */
export function useGuarded(key: GuardedKey) {
  const [isOpen, setOpen] = useState(weChatAsks);
  useEffect(readyPrivacy, []);
  const onTap = () => {
    if (isOpen) toldTooSoon();
    else void passPrivacy(key).then(setOpen);
  };
  return { isOpen, onTap };
}
