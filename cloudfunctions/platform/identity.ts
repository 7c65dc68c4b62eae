import tcb from '@cloudbase/node-sdk';

/** Who calls: a person inside WeChat, known by openid, or the console and timers, which have none. */
export type Identity = { kind: 'mini-program'; openid: string } | { kind: 'console' };

/**
 * Identity from the call's context and nothing else. WeChat sets WX_OPENID only for a call from the mini program;
 * `event.userInfo` or an openid in the event is whatever the caller typed.
 */
export function identityOf(context: object): Identity {
  const { WX_OPENID } = tcb.getCloudbaseContext(context as never) as { WX_OPENID?: string };
  return WX_OPENID ? { kind: 'mini-program', openid: WX_OPENID } : { kind: 'console' };
}
