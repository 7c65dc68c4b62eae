import { failInApp } from '@/contracts/app-errors';
import { edition } from '@/contracts/edition';
import type { Result } from '@/contracts/result';
import { asResult } from './answer';
import { visitor } from './visitor.h5';

/** Nothing to connect to: the local cloud is where the page came from. */
export function startCloud(): void {
  visitor();
}

/** As call-function.ts, through the local cloud's door `POST /invoke/<function>`. */
export async function callFunction<T>(name: string, action: string, input: object = {}): Promise<Result<T>> {
  let response: Response;
  try {
    response = await fetch(`/invoke/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': visitor() },
      body: JSON.stringify({ ...input, action, edition }),
    });
  } catch {
    return failInApp('NETWORK');
  }
  try {
    return response.ok ? asResult<T>(await response.json()) : failInApp('INTERNAL');
  } catch {
    return failInApp('INTERNAL');
  }
}
