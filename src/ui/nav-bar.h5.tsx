import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import './nav-bar.less';

/** The bar that WeChat would draw: the page configuration's title, and a way back where there is one. */
export function NavBar() {
  const [title, setTitle] = useState('');
  const [canGoBack, setCanGoBack] = useState(false);
  useEffect(() => {
    // Taro's router sets both in the same turn as it mounts the page.
    const timer = setTimeout(() => {
      setTitle(document.title);
      setCanGoBack(Taro.getCurrentPages().length > 1);
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <View className="ui-nav-bar">
      {canGoBack && (
        <View
          className="ui-nav-bar__back"
          onClick={() => void Taro.navigateBack()}
          {...accessible({ role: 'button', label: uiCopy.back, pressable: true })}
        >
          <View className="ui-nav-bar__arrow" />
        </View>
      )}
      <View className="ui-nav-bar__title">{title}</View>
    </View>
  );
}
