import Taro from '@tarojs/taro';

/** Copies text; WeChat itself says that it did. False when the platform refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
