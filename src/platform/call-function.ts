import Taro from '@tarojs/taro';
import { failInApp } from '@/contracts/app-errors';
import { edition } from '@/contracts/edition';
import type { Result } from '@/contracts/result';
import { asResult } from './answer';

declare const CLOUD_ENV: string;

/** Connects to the CloudBase environment of this mini program; once, at launch. */
export function startCloud(): void {
  Taro.cloud.init({ traceUser: false, ...(CLOUD_ENV !== '' && { env: CLOUD_ENV }) });
}

/** WeChat's errors that mean that the call, or its answer, was lost on the way. */
const NETWORK_FAILURE =
  /timeout|network|request:fail|-1: system error|ERR_(INTERNET|NETWORK|CONNECTION|NAME)/i;

/**
 * Calls `action` of a cloud function. Never rejects: a lost network is `NETWORK`, a crash or an answer of another shape
 * is `INTERNAL`, both with a Chinese sentence and `retryable: true`.
 */
export async function callFunction<T>(name: string, action: string, input: object = {}): Promise<Result<T>> {
  try {
    const { result } = await Taro.cloud.callFunction({ name, data: { ...input, action, edition } });
    return asResult<T>(result);
  } catch (error) {
    const text =
      error instanceof Error ? error.message : String((error as { errMsg?: string } | null)?.errMsg);
    return failInApp(NETWORK_FAILURE.test(text) ? 'NETWORK' : 'INTERNAL');
  }
}
