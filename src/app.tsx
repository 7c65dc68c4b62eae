import type { PropsWithChildren } from 'react';
import { useDidHide, useLaunch, usePageNotFound } from '@tarojs/taro';
import { PrivacyGate } from '@/features/privacy-gate/privacy-gate';
import { openGate } from '@/features/privacy-gate/store';
import { awaitUpdate } from '@/features/update/new-version';
import { startCloud } from '@/platform/call-function';
import { restart } from '@/platform/navigate';
import { sendVisits } from '@/platform/visits';
import { setPageOverlay } from '@/ui/page-overlay';
import './app.less';

openGate();
setPageOverlay(PrivacyGate);

/** The shell of the mini program: connects to the cloud once, holds no state of its own. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud();
    awaitUpdate();
  });
  useDidHide(() => void sendVisits());
  // An old link, or one that somebody typed: better home than a blank page.
  usePageNotFound(() => {
    restart();
  });
  return children;
}
