import type { Operation } from '../../src/contracts/operation';
import { lookupDigest } from './keys';
import type { Row } from './store';
import type { WeChat } from './wechat';

/**
 * Nobody: the one person as whom the console may act, so that an environment can be seen to serve an account from its
 * registration to its erasure without a phone. WeChat gives out no openid of this form, and no carrier has numbers that
 * begin with 154.
 */
export const testPerson = { openid: 'test-person', phone: '15400000000' } as const;

/** The member of an event by which the console asks to act as the test person; it is true or not there. */
export const AS_TEST_PERSON = 'asTestPerson';

/** All that the test person may do, which is to live: nothing of it reaches anybody else. */
const life: ReadonlySet<string> = new Set([
  'account.session',
  'account.register',
  'account.agree',
  'account.profile',
  'account.deregister',
  'account.certificate',
  'consent.current',
  'consent.set',
  'policy.current',
  'request.submit',
  'request.cancel',
]);

/** Whether an operation is part of the test person's life. */
export const isOfLife = ({ function: name, action }: Operation): boolean => life.has(`${name}.${action}`);

/** Whether an account is the test person's, who has nothing to take back. */
export const isTestPerson = ({ openidDigest }: Pick<Row<'accounts'>, 'openidDigest'>): boolean =>
  openidDigest === lookupDigest(testPerson.openid);

/**
 * WeChat for everybody but the test person, of whom it knows nothing: any code proves the one number, and no message
 * leaves.
 */
export const besideTestPerson = (wechat: WeChat): WeChat => ({
  ...wechat,
  phoneNumber: (code, openid) =>
    openid === testPerson.openid ? Promise.resolve(testPerson.phone) : wechat.phoneNumber(code, openid),
  sendSms: (number, template, values) =>
    number === testPerson.phone ? Promise.resolve() : wechat.sendSms(number, template, values),
  notify: (openid, page, values) =>
    openid === testPerson.openid ? Promise.resolve('not-subscribed') : wechat.notify(openid, page, values),
});
