import tcb from '@cloudbase/node-sdk';

let opened: ReturnType<typeof tcb.init> | undefined;

/** The one SDK client of this process, in the environment the function runs in. */
export const cloudbase = () => (opened ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }));
