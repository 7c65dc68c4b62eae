import tcb from '@cloudbase/node-sdk';

/**
 * Who calls: a person inside WeChat, known by openid; the console or a timer, which have none; or somebody else, such
 * as a web page with an anonymous CloudBase login, who may do nothing.
 */
export type Identity = { kind: 'mini-program'; openid: string } | { kind: 'console' } | { kind: 'unknown' };

/** What CloudBase sets for any caller that came through a client SDK, an HTTP route or a login of its own. */
interface CallerFacts {
  WX_OPENID?: string;
  TCB_UUID?: string;
  TCB_CUSTOM_USER_ID?: string;
  TCB_ISANONYMOUS_USER?: string;
  TCB_SOURCE?: string;
}

const clientSource = /client|web|http|app|wx/i;

const factsOf = (context: object) => tcb.getCloudbaseContext(context as never) as CallerFacts;

/** Whether anything says that a call came from a client, be it a mini program or a page. */
const isClient = (facts: CallerFacts): boolean =>
  [facts.TCB_UUID, facts.TCB_CUSTOM_USER_ID].some((id) => id !== undefined && id !== '') ||
  facts.TCB_ISANONYMOUS_USER === 'true' ||
  clientSource.test(facts.TCB_SOURCE ?? '');

/**
 * Identity from the call's context and nothing else. WeChat sets WX_OPENID only for a call from the mini program;
 * `event.userInfo` or an openid in the event is whatever the caller typed. A caller without an openid counts as the
 * console only when nothing says that it came from a client.
 */
export function identityOf(context: object): Identity {
  const facts = factsOf(context);
  if (facts.WX_OPENID) return { kind: 'mini-program', openid: facts.WX_OPENID };
  return { kind: isClient(facts) ? 'unknown' : 'console' };
}

/**
 * Whether WeChat itself pushes an event. Whoever calls from a client is marked as one, and what they send is whatever
 * they typed; only without that mark is the person whom an event names the one whom WeChat means.
 */
export function isPush(context: object, openid: string | undefined): boolean {
  const facts = factsOf(context);
  // Where the platform says whom it is about, the event must say the same.
  const isSame = !facts.WX_OPENID || openid === undefined || facts.WX_OPENID === openid;
  return isSame && !isClient(facts);
}
