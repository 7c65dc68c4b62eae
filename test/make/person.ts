import type { Answer, TestCloud } from './cloud';
import { dataOf } from './expect-answer';

let made = 0;

/** Somebody inside WeChat, and everything they would type. No two are alike, so each word can be searched for. */
export interface Person {
  openid: string;
  number: string;
  nickname: string;
  address: string;
  wechatId: string;
  reason: string;
  call(name: string, action: string, input?: object): Promise<Answer>;
  /** A fresh proof of the phone, by WeChat's button. */
  proof(): Promise<{ kind: 'wechat'; code: string }>;
  /** The version they agreed to when they registered; of a guest, the one in force. */
  policyVersion(): Promise<string>;
  register(more?: object): Promise<Answer>;
  /** Turns a purpose on or off, under that version. */
  choose(purpose: string, granted?: boolean): Promise<Answer>;
  deregister(): Promise<Answer>;
}

/** Makes a person who lives on this cloud. */
export function makePerson(on: TestCloud): Person {
  made += 1;
  const mark = `${String(process.pid)}${String(made).padStart(4, '0')}`;
  const openid = `oPerson-${mark}-canary`;
  const number = `139${mark.padStart(8, '0').slice(-8)}`;
  const call: Person['call'] = (name, action, input = {}) => on.invoke(name, { action, ...input }, openid);
  const proof: Person['proof'] = async () => ({ kind: 'wechat', code: await on.phoneCode(openid, number) });
  const typed = {
    nickname: `昵称金丝雀${mark}`,
    address: `金丝雀路${mark}号`,
    wechatId: `canary_${mark}`,
    reason: `离开的原因金丝雀${mark}`,
  };
  const { nickname, address, wechatId } = typed;
  let agreedTo: string | undefined;
  const policyVersion = async () => agreedTo ?? String(dataOf(await call('policy', 'current'))['version']);
  return {
    openid,
    number,
    ...typed,
    call,
    proof,
    policyVersion,
    register: async (more: { policyVersion?: string } = {}) => {
      const version = more.policyVersion ?? (await policyVersion());
      const input = { phone: await proof(), age: 'adult', nickname, address, wechatId };
      const answer = await call('account', 'register', { ...input, ...more, policyVersion: version });
      if (answer.ok) agreedTo = version;
      return answer;
    },
    choose: async (purpose, granted = true) =>
      call('consent', 'set', { purpose, granted, policyVersion: await policyVersion() }),
    deregister: async () => call('account', 'deregister', { phone: await proof(), reason: typed.reason }),
  };
}

/** Everything a person typed or is known by, to be searched for. */
export const canariesOf = ({ openid, number, nickname, address, wechatId, reason }: Person): string[] => [
  openid,
  number,
  nickname,
  address,
  wechatId,
  reason,
];
