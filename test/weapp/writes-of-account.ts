import { newestVersion } from '../../cloudfunctions/domain/policy/archive';
import { WUHAN } from './community-people';
import { gone, type Hands, type Write } from './hands';
import { until } from './simulate';

const INFORMATION = 'pages/privacy/information/index';
const GUARDIAN = 'pages/privacy/guardian/index';
const LOGIN = 'pages/login/index';

/** The buttons that write to the account and its consents. */
export function accountWrites(hands: Hands): Record<string, Write> {
  const {
    stage,
    phoneOf,
    someone,
    guest,
    newcomer,
    none,
    smsCode,
    code,
    numberOf,
    otherNumber,
    holder,
    handBack,
  } = hands;
  return {
    'account.agree': {
      route: 'pages/home/index',
      prepare: async () => {
        const midnight = Date.parse(`${newestVersion.document.effectiveOn}T00:00:00+08:00`);
        await stage.cloud.post('/clock', { now: new Date(midnight - 60_000).toISOString() });
        await someone();
        await stage.cloud.post('/clock', { now: null });
        return {};
      },
      button: '.policy-news-agree',
    },
    'account.register': {
      route: LOGIN,
      prepare: newcomer,
      lead: async (page) => {
        await page.press('.ui-radio_adult');
        await page.press('.login-agree');
        await gone(page, '还差');
      },
      button: '.ui-phone',
      phone: 'own',
    },
    'account.sendSmsCode': {
      route: LOGIN,
      prepare: newcomer,
      lead: async (page) => {
        await page.press('.ui-tab_sms');
        await until(
          () => page.has('.phone-number'),
          () => page.text(),
        );
        page.input('.phone-number', otherNumber());
      },
      button: '.phone-send',
    },
    'account.correct': {
      route: INFORMATION,
      prepare: none,
      opener: '.edit_nickname',
      lead: (page) => {
        page.input('.input_nickname', '新名字');
        return undefined;
      },
      button: '.save_nickname',
    },
    'account.changePhone': {
      route: INFORMATION,
      prepare: none,
      opener: '.edit_phone',
      button: '.ui-phone',
      phone: 'other',
    },
    'account.switchCity': { route: 'pages/city/index', prepare: none, button: `.city-chip_${WUHAN}` },
    'account.export': { route: INFORMATION, prepare: none, button: '.save-copy' },
    'account.deregister': {
      route: 'pages/privacy/deregister/index',
      prepare: none,
      lead: async (page) => {
        await page.press('.leave-certain');
        await gone(page, '勾选后');
      },
      button: '.ui-phone',
      phone: 'own',
    },
    'account.restore': {
      route: 'pages/privacy/frozen/index',
      prepare: async () => {
        await someone();
        await stage.ask('account', 'deregister', { phone: await phoneOf(holder()) });
        return {};
      },
      button: '.restore',
    },
    'account.askGuardian': {
      route: 'pages/privacy/child-rules/index',
      prepare: newcomer,
      button: '.child-ask',
    },
    'account.guardChild': {
      route: GUARDIAN,
      prepare: none,
      lead: async (page) => {
        const guardian = holder();
        guest();
        const given = await code();
        handBack(guardian);
        page.input('.guardian-field', given);
        await page.press('.ui-radio_father');
        await page.press('.guardian-agree');
        await gone(page, '还差');
      },
      button: '.ui-phone',
      phone: 'own',
    },
    'account.endGuardianship': {
      route: GUARDIAN,
      prepare: async () => {
        guest();
        const child = holder();
        const given = await code();
        await someone();
        const { version: policyVersion } = await stage.ask('policy', 'current');
        const consent = {
          code: given,
          relationship: 'father',
          policyVersion,
          phone: await phoneOf(holder()),
        };
        await stage.ask('account', 'guardChild', consent);
        const guardian = holder();
        stage.handTo(child);
        const { code: phone } = await stage.cloud.post('/wechat/phone', {
          openid: child,
          number: otherNumber(),
        });
        await stage.ask('account', 'register', {
          ...{ phone: { kind: 'wechat', code: phone }, policyVersion, age: 'under14' },
        });
        handBack(guardian);
        return {};
      },
      lead: async (page) => {
        await page.press('.guardian-ward');
        await until(
          () => page.takesTaps('.ui-phone'),
          () => page.text(),
        );
      },
      button: '.ui-phone',
      phone: 'own',
    },
    'account.lock': {
      route: 'pages/privacy/locked/index',
      prepare: none,
      opener: '.lock-everywhere',
      button: '.lock-yes',
    },
    'account.unlock': {
      route: 'pages/privacy/locked/index',
      prepare: async () => {
        await someone();
        await stage.ask('account', 'lock');
        return {};
      },
      lead: async (page) => {
        await stage.ask('account', 'sendSmsCode', { number: numberOf() });
        page.input('.phone-number', numberOf());
        page.input('.phone-code', await smsCode());
      },
      button: '.phone-submit',
    },
    'consent.set': { route: 'pages/privacy/consents/index', prepare: none, button: '.consent_same-city' },
    'consent.share': {
      route: 'pages/privacy/recipients/index',
      prepare: none,
      opener: '.recipient_visit',
      button: '.share-agree',
    },
  };
}
