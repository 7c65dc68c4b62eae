import { useEffect, useRef } from 'react';

/** Whether the part is still there, for what comes after a wait: nobody is led away from another page. */
export function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
