import { opening } from '../make/surveys';
import { communityOn } from './community-people';
import { until, type OpenPage } from './simulate';
import type { Stage } from './stage';

/** One button that writes, and how a person comes to it. */
export interface Write {
  route: string;
  /** Hands the phone to somebody who can press it; answers what the page is opened with. */
  prepare: () => Promise<Record<string, string>>;
  /** What is filled in and opened before. */
  lead?: (page: OpenPage) => Promise<unknown> | undefined;
  button: string;
  /** What opens the part in which it lies; also once more, where a failure closes that. */
  opener?: string;
  /** WeChat's own phone button hands over a fresh code instead of a tap: of the own number, or of another one. */
  phone?: 'own' | 'other';
}

/** Who holds the phone, and what lies there before a button is pressed. */
export function handsOn(stage: Stage) {
  const { member, numberOf: numberIn, phoneOf, publish } = communityOn(stage);
  let holder = '';
  let made = 0;
  const someone = async (city?: string) => {
    holder = await member(city);
    return holder;
  };
  const guest = () => {
    made += 1;
    holder = `oWrites-${String(made)}`;
    stage.handTo(holder);
  };
  /** Whoever opens the mini program anew is not taken for the one before. */
  const newcomer = async () => {
    guest();
    const home = stage.mini.open('pages/home/index');
    await home.waitForText('不登录也可以浏览');
    home.close();
    return {};
  };
  const none = async () => {
    await someone();
    return {};
  };
  const submit = async () =>
    String((await stage.ask('request', 'submit', { kind: 'access', details: '登录记录' }))['id']);
  const decide = async (row: object) => {
    await stage.cloud.post('/api/staff-decisions', {
      reviewer: '王审',
      submit: true,
      expectedVersion: 1,
      ...row,
    });
    await stage.cloud.post('/timer/reconcile');
  };
  const filed =
    (...decisions: object[]) =>
    async () => {
      await someone();
      // The first three of a year are free: only of the fourth staff may ask a fee.
      for (let free = 0; free < 3; free += 1) await submit();
      const id = await submit();
      for (const decision of decisions) await decide({ requestId: id, ...decision });
      return { id };
    };
  const own = async () => {
    await someone();
    return { id: await publish() };
  };
  const others = async () => {
    const { id } = await own();
    await someone();
    return { id };
  };
  const picture = () => {
    stage.phone.answers = { chooseMedia: { tempFiles: [{ tempFilePath: '/tmp/photo.jpg' }] } };
  };
  /** Has a picture lie there, as the page itself would send it. */
  const pictured =
    (operation: 'attach' | 'addPicture', prepare: () => Promise<{ id: string }>) => async () => {
      const { id } = await prepare();
      const { smallJpeg } = await import('../make/pictures');
      await stage.ask(operation === 'attach' ? 'request' : 'community', operation, {
        ...{ id, picture: smallJpeg.toString('base64') },
      });
      return { id };
    };
  const survey = async () => {
    made += 1;
    const id = `writes-${String(made)}`;
    await stage.cloud.post('/invoke/retention', opening(id));
    await someone();
    return { id };
  };
  const code = async () => (await stage.ask('account', 'askGuardian'))['code'] as string;
  const smsCode = async () => {
    const [message] = await stage.cloud.outbox();
    return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
  };
  const numberOf = () => numberIn(holder);
  const otherNumber = () => {
    made += 1;
    return `1380000${String(1000 + made)}`;
  };
  /** A proof of a number of whoever holds the phone, as WeChat's button hands it over. */
  const proof = async (whose: 'own' | 'other') => {
    const isMember = whose === 'own' && !holder.startsWith('oWrites');
    const { code: given } = await stage.cloud.post('/wechat/phone', {
      ...{ openid: holder, number: isMember ? numberOf() : otherNumber() },
    });
    return { code: given };
  };
  return {
    ...{ stage, phoneOf, someone, guest, newcomer, none, submit, decide, filed, own, others },
    ...{ picture, pictured, survey, smsCode, code, numberOf, otherNumber, proof },
    holder: () => holder,
    /** Gives the phone back to somebody who held it before. */
    handBack: (openid: string) => {
      holder = openid;
      stage.handTo(openid);
    },
  };
}

/** All that those who fill a table of buttons need. */
export type Hands = ReturnType<typeof handsOn>;

/** Resolves when the words are no longer on the page. */
export const gone = (page: OpenPage, words: string) =>
  until(
    () => !page.text().includes(words),
    () => `「${words}」 stays: ${page.text()}`,
  );
