import Taro from '@tarojs/taro';
import { passPrivacy } from './privacy';

/** Copies text; WeChat itself says that it did. False when the person or the platform refused. */
export async function copyText(text: string): Promise<boolean> {
  if (!(await passPrivacy('Clipboard'))) return false;
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
