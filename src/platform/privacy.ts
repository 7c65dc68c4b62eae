import Taro from '@tarojs/taro';
import { guarded, type GuardedKey } from '@/contracts/data-map/interfaces';

/** The id of the button that WeChat wants to have seen tapped before it believes that somebody agreed. */
export const AGREE_BUTTON = 'privacy-agree';

/** Asks the person before something that WeChat guards; whoever is given it must answer, once. */
export interface PrivacyQuestion {
  /** Undefined where WeChat names an interface that the map does not know. */
  readonly key: GuardedKey | undefined;
  /** Whether WeChat waits for it; where it cannot, on an old library, the person goes on by a second tap. */
  readonly byWeChat: boolean;
  /** To be called once it is on the screen. */
  shown: () => void;
  answer: (agreed: boolean) => void;
}

/** Shows questions, and says that WeChat would not put another one for so many seconds. */
export interface PrivacyAsker {
  ask: (question: PrivacyQuestion) => void;
  tell: (seconds: number) => void;
}

type Resolve = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0];

/**
 * WeChat does not put a question again so soon after a refusal, nor does it answer. Source: developers.weixin.qq.com,
 * 小程序隐私协议开发指南.
 */
const QUIET_MS = 10_000;
/** What takes longer without a question on the screen gets no answer any more. */
const SILENCE_MS = 3_000;

let asker: PrivacyAsker | undefined;
let isListening = false;
let isAsking = false;
let refusedAt: number | undefined;
/** What `passPrivacy` asks WeChat for at this moment: WeChat names only itself then. */
let wanted: GuardedKey | undefined;
/** On an old library: what was agreed to since the launch. */
const agreedTo = new Set<GuardedKey>();

/** Names who shows the questions; without anybody every answer is no. */
export function askPrivacyBy(next: PrivacyAsker): void {
  asker = next;
}

/** Whether WeChat asks by itself, as it does since base library 2.32.3; before, our own question alone decides. */
export const weChatAsks = (): boolean => Taro.canIUse('requirePrivacyAuthorize');

/**
 * The library from which one tap on WeChat's phone button can also agree to the guideline. The document names 2.33.1;
 * 3.0.0 refused it with errno 104 all the same. Sources: developers.weixin.qq.com, 小程序隐私协议开发指南; its community,
 * doc/000c0aef6246c0b106303eba461c00.
 */
const BOTH_SINCE = [3, 0, 1];

/** Whether WeChat's phone button may agree by the same tap; the page says so beside it. */
export function phoneButtonAgrees(): boolean {
  const parts = (Taro.getAppBaseInfo().SDKVersion ?? '').split('.').map(Number);
  const at = BOTH_SINCE.findIndex((least, place) => parts[place] !== least);
  return at < 0 || (parts[at] ?? 0) > (BOTH_SINCE[at] ?? 0);
}

/** The person agreed by WeChat's phone button: a refusal just before is over. */
export function agreedByButton(): void {
  refusedAt = undefined;
}

/** Puts the question to the person, and their answer to WeChat where it asked. */
function put(key: GuardedKey | undefined, resolve?: Resolve): Promise<boolean> {
  return new Promise((settle) => {
    const question: PrivacyQuestion = {
      key,
      byWeChat: resolve !== undefined,
      shown: () => resolve?.({ event: 'exposureAuthorization' }),
      answer: (agreed) => {
        isAsking = false;
        refusedAt = agreed ? undefined : Date.now();
        resolve?.(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
        settle(agreed);
      },
    };
    isAsking = true;
    if (asker) asker.ask(question);
    else question.answer(false);
  });
}

/** The kind of information behind `button.getPhoneNumber` and the like. */
function keyOf(referrer: string): GuardedKey | undefined {
  const name = referrer.split('.').at(-1) ?? '';
  return guarded.find(([, { use }]) => use?.by.includes(name))?.[0];
}

/**
 * Listens for WeChat's question; whatever may call it forth needs this before. Nothing is asked or read by it, and
 * nothing is done at launch.
 */
export function readyPrivacy(): void {
  if (isListening || !weChatAsks()) return;
  isListening = true;
  Taro.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    void put(keyOf(referrer) ?? wanted, resolve);
  });
}

/** For how long WeChat would not put the question, since it was refused just now; 0 where it would. */
function quietFor(): number {
  const left = refusedAt === undefined || !weChatAsks() ? 0 : refusedAt + QUIET_MS - Date.now();
  // A clock that was set back must not shut the gate for longer than WeChat does.
  return left > QUIET_MS ? 0 : Math.max(left, 0);
}

/** Whether it is too soon after a refusal; the person is told. */
export function toldTooSoon(): boolean {
  const left = quietFor();
  if (left > 0) asker?.tell(Math.ceil(left / 1000));
  return left > 0;
}

/** WeChat's own answer; false when none comes although no question is open. */
function askWeChat(): Promise<boolean> {
  return new Promise((settle) => {
    const listen = () =>
      setTimeout(() => {
        if (isAsking) waiting = listen();
        else settle(false);
      }, SILENCE_MS);
    let waiting = listen();
    const end = (agreed: boolean) => () => {
      clearTimeout(waiting);
      settle(agreed);
    };
    Taro.requirePrivacyAuthorize({ success: end(true), fail: end(false) });
  });
}

/**
 * To be awaited before an interface that the map declares under `key`: whether the person agrees. Asks where that is
 * not known yet, and always settles. Who said no a moment ago is told so, unless nothing that they did led here.
 */
export async function passPrivacy(key: GuardedKey, isByTap = true): Promise<boolean> {
  if (!weChatAsks()) {
    if (agreedTo.has(key) || (await put(key))) agreedTo.add(key);
    return agreedTo.has(key);
  }
  if (isByTap ? toldTooSoon() : quietFor() > 0) return false;
  readyPrivacy();
  wanted = key;
  try {
    return await askWeChat();
  } finally {
    wanted = undefined;
  }
}

/** Opens WeChat's own text of the guideline; `orElse` where this WeChat has none to show. */
export function openGuideline(orElse: () => void): void {
  if (Taro.canIUse('openPrivacyContract')) Taro.openPrivacyContract({ fail: orElse });
  else orElse();
}
