import Taro from '@tarojs/taro';

/** Whether there is any network now. */
export async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none';
  } catch {
    return true;
  }
}

/** Tells of every change until the returned function is called. */
export function watchOnline(tell: (online: boolean) => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }) => {
    tell(isConnected);
  };
  Taro.onNetworkStatusChange(listener);
  return () => {
    Taro.offNetworkStatusChange(listener);
  };
}
