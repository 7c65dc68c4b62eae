import { startRealCloud, type RealCloud, type Row } from './real-cloud';
import { startMiniProgram, until, type MiniProgram, type OpenPage } from './simulate';
import { cloudAt, type WxOptions } from './wx';

/** The built mini program on a phone, talking to a real local cloud. */
export interface Stage {
  readonly cloud: RealCloud;
  readonly mini: MiniProgram;
  /** The phone's settings; a change holds from the next page on. */
  readonly phone: WxOptions;
  /** Somebody else takes a phone of their own. */
  handTo(openid: string): void;
  /** What the server answers the one who holds the phone, past the pages; throws a refusal. */
  ask(name: string, action: string, input?: object): Promise<Row>;
  /** The operations called since the test began or a page was followed, as `account.session`. */
  functionsCalled(): string[];
  /** Goes where a page led: the pages that the next one replaces close first, as in WeChat, and it opens. */
  follow(way: 'navigateTo' | 'redirectTo' | 'reLaunch', ...closing: OpenPage[]): Promise<OpenPage>;
  /** Resolves when no call is under way, and those that an answer leads to have been made. */
  quiet(): Promise<void>;
  /** Resolves when a page has drawn what it asked for. */
  settled(page: OpenPage): Promise<void>;
}

/**
 * Registers the hooks that set the stage for a test file; every test of it fails when the mini program logs an error.
 */
export function setStage(): Stage {
  const now: { cloud?: RealCloud; mini?: MiniProgram } = {};
  const must = <K extends keyof typeof now>(name: K): NonNullable<(typeof now)[K]> => {
    const found = now[name];
    if (!found) throw new Error(`no ${name} yet`);
    return found;
  };
  let holder = 'oNobody';
  let underWay = 0;
  const failures: unknown[] = [];
  const answer = (name: string, data: Row) => cloudAt(must('cloud').url, holder)(name, data);
  const phone: WxOptions = {
    cloud: async (name, data) => {
      underWay += 1;
      try {
        return await answer(name, data);
      } finally {
        underWay -= 1;
      }
    },
  };
  beforeAll(async () => {
    now.cloud = await startRealCloud();
    jest.spyOn(console, 'error').mockImplementation((...said) => failures.push(said));
    window.addEventListener('error', ({ message }) => failures.push(message));
    now.mini = startMiniProgram(phone);
  }, 60_000);
  afterAll(() => now.cloud?.stop());
  beforeEach(() => {
    must('mini').calls.length = 0;
    failures.length = 0;
  });
  afterEach(() => {
    expect(failures).toEqual([]);
  });
  return {
    get cloud() {
      return must('cloud');
    },
    get mini() {
      return must('mini');
    },
    phone,
    handTo(openid) {
      holder = openid;
      must('mini').storage.clear();
    },
    async ask(name, action, input = {}) {
      const { data, ...refusal } = (await answer(name, { action, ...input })) as { data?: Row };
      if (data === undefined) throw new Error(JSON.stringify(refusal));
      return data;
    },
    functionsCalled: () =>
      must('mini').calls.flatMap(({ api, options }) => {
        if (api !== 'cloud.callFunction') return [];
        const { name, data } = options as { name: string; data: { action: string } };
        return [`${name}.${data.action}`];
      }),
    async follow(way, ...closing) {
      const mini = must('mini');
      const { url } = (await mini.waitForCall(way)) as { url: string };
      mini.calls.length = 0;
      const { pathname, searchParams } = new URL(url, 'https://weapp.invalid');
      for (const page of closing) page.close();
      return mini.open(pathname.slice(1), Object.fromEntries(searchParams));
    },
    async quiet() {
      for (let still = 0; still < 3; still += 1) {
        await until(
          () => underWay === 0,
          () => 'calls are still under way',
        );
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    settled: (page) =>
      until(
        () =>
          underWay === 0 && /\p{Script=Han}/u.test(page.text()) && !/正在(加载|取|确认)/.test(page.text()),
        () => `the page is not done: ${page.text()}`,
      ),
  };
}
