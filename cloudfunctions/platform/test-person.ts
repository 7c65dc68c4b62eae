import { lookupDigest } from './keys';
import type { Row } from './store';
import type { WeChat } from './wechat';

/**
 * Nobody: the one person whom an operator may be, so that an environment can be seen to serve an account from its
 * registration to its erasure without a phone. A call never names whom it acts for; it says no more than that it acts
 * for this one. WeChat gives out no openid of this form, and no carrier numbers that begin with 154.
 */
export const testPerson = { openid: 'test-person', phone: '15400000000' } as const;

/** Whether an account is the test person's, who has nothing to take back. */
export const isTestPerson = ({ openidDigest }: Pick<Row<'accounts'>, 'openidDigest'>): boolean =>
  openidDigest === lookupDigest(testPerson.openid);

/**
 * WeChat for everybody, but for the test person, of whom it knows nothing: any code proves the one number, no message
 * leaves, and nothing of theirs is fit to be published.
 */
export const besideTestPerson = (wechat: WeChat): WeChat => {
  const { openid: nobody, phone } = testPerson;
  return {
    phoneNumber: (code, openid) =>
      openid === nobody ? Promise.resolve(phone) : wechat.phoneNumber(code, openid),
    sendSmsCode: (number, code) => (number === phone ? Promise.resolve() : wechat.sendSmsCode(number, code)),
    sendSms: (number, template, values) =>
      number === phone ? Promise.resolve() : wechat.sendSms(number, template, values),
    notify: (openid, page, values) =>
      openid === nobody ? Promise.resolve('not-subscribed') : wechat.notify(openid, page, values),
    checkText: (openid, text, scene) =>
      openid === nobody ? Promise.resolve('risky') : wechat.checkText(openid, text, scene),
    checkPicture: (openid, address) => wechat.checkPicture(openid, address),
  };
};
