import Taro from '@tarojs/taro';

/** WeChat's standard size, to which `fontSizeSetting` is relative on clients without a scale factor. */
const STANDARD = 16;

/**
 * How much larger than standard the user wants text (WeChat: 我 > 设置 > 通用 > 字体大小). WeChat does not scale a mini
 * program's text by itself.
 */
export function fontScale(): number {
  // Taro's types do not know these two yet.
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number };
  return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? STANDARD) / STANDARD;
}
