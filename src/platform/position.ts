import Taro from '@tarojs/taro';
import { LONGEST_WAIT, type Located, type LocateProblem } from './located';
import { passPrivacy } from './privacy';

/**
 * WeChat's own words for each problem, the more telling ones first. Source: developers.weixin.qq.com, of
 * wx.getFuzzyLocation, wx.getLocation and the general error codes 103 and 104 (privacy guideline not agreed to).
 */
const problems: readonly (readonly [LocateProblem, RegExp])[] = [
  ['blocked', /system permission/i],
  ['off', /switch_?off|location_?service|\berrcode:? ?2\b/i],
  ['refused', /\bauth|den(y|ied)|privacy|\bcancel/i],
  ['slow', /time_?\s?out/i],
];

function problemIn(error: unknown): LocateProblem {
  const {
    errMsg = '',
    errno,
    errCode,
  } = (error ?? {}) as { errMsg?: string; errno?: number; errCode?: number };
  if (errno === 103 || errno === 104) return 'refused';
  const text = errCode === undefined ? errMsg : `${errMsg} errCode ${String(errCode)}`;
  return problems.find(([, words]) => words.test(text))?.[0] ?? 'failed';
}

/** WeChat sets no limit of its own, and an answer that comes later is dropped. */
const tooLate = () =>
  new Promise<Located>((resolve) => {
    setTimeout(() => {
      resolve({ problem: 'slow' });
    }, LONGEST_WAIT);
  });

async function asked(): Promise<Located> {
  try {
    const { latitude, longitude } = await Taro.getFuzzyLocation({ type: 'wgs84' });
    return { position: { latitude, longitude } };
  } catch (error) {
    return { problem: problemIn(error) };
  }
}

/**
 * Asks WeChat once for a position that is good to a few kilometres, after the gate. WeChat asks by itself for
 * the permission; whoever calls this has asked before (P10). Never rejects.
 */
export async function readPosition(): Promise<Located> {
  if (!Taro.canIUse('getFuzzyLocation')) return { problem: 'missing' };
  // How long the person thinks is no waiting for a position.
  if (!(await passPrivacy('Location'))) return { problem: 'refused' };
  return Promise.race([asked(), tooLate()]);
}

/** Opens WeChat's page of permissions, where a refusal is taken back; must be called from a tap. */
export const openPermissions: (() => void) | undefined = () => {
  Taro.openSetting({}).catch(() => undefined);
};
