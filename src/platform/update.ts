import Taro from '@tarojs/taro';

/** Calls `ready` when a newer version has been fetched; WeChat looks for one by itself at each launch. */
export function watchUpdate(ready: () => void): void {
  if (Taro.canIUse('getUpdateManager')) Taro.getUpdateManager().onUpdateReady(ready);
}

/** Starts anew with the newer version; must follow `ready`. */
export function applyUpdate(): void {
  Taro.getUpdateManager().applyUpdate();
}
