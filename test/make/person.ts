import type { Answer, TestCloud } from './cloud';

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
  register(more?: object): Promise<Answer>;
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
  return {
    openid,
    number,
    ...typed,
    call,
    proof,
    register: async (more = {}) =>
      call('account', 'register', {
        phone: await proof(),
        policyVersion: '1',
        age: 'adult',
        nickname,
        address,
        wechatId,
        ...more,
      }),
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
