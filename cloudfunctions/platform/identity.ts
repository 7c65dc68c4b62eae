import tcb from '@cloudbase/node-sdk';
import { AS_TEST_PERSON, testPerson } from './test-person';

/**
 * Who calls: a person inside WeChat, known by openid; the console or a timer, which have none; the console as the test
 * person; or somebody else, such as a web page with an anonymous CloudBase login, who may do nothing.
 */
export type Identity =
  | { kind: 'mini-program' | 'test-person'; openid: string }
  | { kind: 'console' | 'unknown'; openid?: undefined };

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
 * console only when nothing says that it came from a client. An event names nobody: all it can say, and the console
 * alone, is that it is for the one person who is nobody.
 */
export function identityOf(context: object, event: Readonly<Record<string, unknown>> = {}): Identity {
  const facts = factsOf(context);
  if (facts.WX_OPENID) return { kind: 'mini-program', openid: facts.WX_OPENID };
  if (isClient(facts)) return { kind: 'unknown' };
  if (event[AS_TEST_PERSON] === true) return { kind: 'test-person', openid: testPerson.openid };
  return { kind: 'console' };
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
