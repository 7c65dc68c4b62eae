import type { PropsWithChildren } from 'react';
import { useDidHide, useLaunch } from '@tarojs/taro';
import { startCloud } from '@/platform/call-function';
import { sendVisits } from '@/platform/visits';
import './app.less';

/** The shell of the mini program: connects to the cloud once, holds no state of its own. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(startCloud);
  useDidHide(() => void sendVisits());
  return children;
}
