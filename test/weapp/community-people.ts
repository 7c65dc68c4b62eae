import { until, type OpenPage } from './simulate';
import type { Stage } from './stage';

/** The city of those who have one. */
export const WUHAN = '420100';
/** What may not be asked of the phone, and what nothing that is sent may hold. */
const POSITION = /location|latitude|longitude|choosePoi/i;

/** People of the community and their pages, on a stage. */
export function communityOn(stage: Stage) {
  let people = 0;

  const numberOf = (openid: string) => `1390000${String(8000 + Number(openid.split('-')[1]))}`;
  /** A fresh proof of somebody's phone. */
  async function phoneOf(openid: string) {
    const { code } = await stage.cloud.post('/wechat/phone', { openid, number: numberOf(openid) });
    return { kind: 'wechat', code };
  }
  /** Somebody new, registered, holds the phone. */
  async function member(city?: string): Promise<string> {
    people += 1;
    const openid = `oCommunity-${String(people)}`;
    stage.handTo(openid);
    const phone = await phoneOf(openid);
    const { version: policyVersion } = await stage.ask('policy', 'current');
    await stage.ask('account', 'register', { phone, policyVersion, age: 'adult' });
    if (city !== undefined) await stage.ask('account', 'switchCity', { code: city });
    return openid;
  }
  const choose = async (purpose: string, granted = true) => {
    const { version: policyVersion } = await stage.ask('policy', 'current');
    await stage.ask('consent', 'set', { purpose, granted, policyVersion });
  };
  const isGranted = async (purpose: string) => {
    const { items } = (await stage.ask('consent', 'current')) as {
      items: { purpose: string; granted: boolean }[];
    };
    return items.find((item) => item.purpose === purpose)?.granted;
  };
  let written = 0;
  const publish = async (more: object = {}): Promise<string> => {
    written += 1;
    const words = { title: `方案${String(written)}`, text: '第一行\n第二行' };
    const attempt = `w${String(written)}`;
    return String((await stage.ask('community', 'publish', { attempt, ...words, ...more }))['id']);
  };
  async function open(route: string, query: Record<string, string> = {}): Promise<OpenPage> {
    const page = stage.mini.open(route, query);
    await stage.settled(page);
    stage.mini.calls.length = 0;
    return page;
  }
  const sent = () =>
    stage.mini.calls.filter(({ api }) => api === 'cloud.callFunction').map(({ options }) => options);
  const feeds = () =>
    sent()
      .map((each) => (each as { data: Record<string, unknown> }).data)
      .filter(({ action }) => action === 'feed');
  const gone = (page: OpenPage, selector: string) =>
    until(
      () => !page.has(selector),
      () => page.text(),
    );
  const noPosition = () => {
    expect(stage.mini.calls.map(({ api }) => api).filter((api) => POSITION.test(api))).toEqual([]);
    expect(JSON.stringify(sent())).not.toMatch(POSITION);
  };
  return { member, numberOf, phoneOf, choose, isGranted, publish, open, sent, feeds, gone, noPosition };
}
