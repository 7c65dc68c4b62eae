import { useEffect, useRef } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

/** Whether the page is still the one in view, for what comes after a wait: nobody is led away from another page. */
export function useIsHere() {
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  useDidShow(() => {
    isHere.current = true;
  });
  useDidHide(() => {
    isHere.current = false;
  });
  return isHere;
}
