import Taro from '@tarojs/taro';

/** Brings the element with that id to the top of the page at once. */
export function scrollToId(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, duration: 0 });
}
