import Taro from '@tarojs/taro';

/**
 * Tells whether there is any network, now and at every change, until the returned function is called. The first answer
 * comes late, so a change that overtakes it wins.
 */
export function watchOnline(tell: (online: boolean) => void): () => void {
  let isSettled = false;
  const listener = ({ isConnected }: { isConnected: boolean }) => {
    isSettled = true;
    tell(isConnected);
  };
  Taro.onNetworkStatusChange(listener);
  Taro.getNetworkType().then(
    ({ networkType }) => {
      if (!isSettled) tell(networkType !== 'none');
    },
    () => undefined,
  );
  return () => {
    isSettled = true;
    Taro.offNetworkStatusChange(listener);
  };
}
