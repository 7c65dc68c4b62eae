import tcb from '@cloudbase/node-sdk';

const opened = new Map<string, ReturnType<typeof tcb.init>>();

/** The SDK client of this process: in the environment the function runs in, or in another one by its id. */
export function cloudbase(environment = ''): ReturnType<typeof tcb.init> {
  const known =
    opened.get(environment) ?? tcb.init({ env: environment === '' ? tcb.SYMBOL_CURRENT_ENV : environment });
  opened.set(environment, known);
  return known;
}
