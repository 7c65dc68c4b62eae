import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { back, canGoBack } from '@/platform/navigate';
import { accessible } from './accessible';
import './nav-bar.less';

/** The bar that WeChat would draw: the page configuration's title, and a way back where there is one. */
export function NavBar() {
  const [title, setTitle] = useState('');
  const [hasBack, setHasBack] = useState(false);
  useEffect(() => {
    // Taro's router sets both in the same turn as it mounts the page.
    const timer = setTimeout(() => {
      setTitle(document.title);
      setHasBack(canGoBack());
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <View className="ui-nav-bar">
      {hasBack && (
        <View
          className="ui-nav-bar__back"
          onClick={back}
          {...accessible({ role: 'button', label: uiCopy.back, pressable: true })}
        >
          <View className="ui-nav-bar__arrow" />
        </View>
      )}
      <View className="ui-nav-bar__title">{title}</View>
    </View>
  );
}
