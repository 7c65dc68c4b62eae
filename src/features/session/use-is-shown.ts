import { useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

/**
 * Whether the page is the one in view; another may lie on top of it. For parts that are drawn together with their page:
 * one drawn later takes it for shown.
 */
export function useIsShown(): boolean {
  const [isShown, setShown] = useState(true);
  useDidShow(() => {
    setShown(true);
  });
  useDidHide(() => {
    setShown(false);
  });
  return isShown;
}
