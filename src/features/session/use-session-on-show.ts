import { useDidShow } from '@tarojs/taro';
import { useSession } from './store';

/** The session for a page, asked anew each time the page shows: another page may have changed it. */
export function useSessionOnShow() {
  const session = useSession();
  useDidShow(() => {
    void session.load();
  });
  return session;
}
