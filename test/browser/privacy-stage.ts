import type { Locator, Page } from 'playwright-core';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { startChromium, type Chromium, type Phone } from './chromium';

/** How a phone is set. */
interface Look {
  colorScheme?: 'light' | 'dark';
  fontScale?: number;
}

/** A browser on a real local cloud, and a fresh member for each test. */
export interface Stage {
  readonly cloud: TestCloud;
  readonly person: Person;
  readonly phone: Phone;
  /**
   * Opens a page, for instance `privacy/centre/index?x=1`, as the member or as somebody else; closes the one before.
   */
  open(route: string, openid?: string, look?: Look): Promise<Page>;
  submit(kind: string, details?: unknown): Promise<string>;
  /** The newest request of the member. */
  newestRequest(): Promise<string>;
  /** Staff decide in the console, and the timer rings. */
  decide(requestId: string, row: object): Promise<void>;
  /** The purposes that the server now holds as granted. */
  grants(): Promise<string[]>;
}

/** Registers the hooks that set a stage for every test of the file. */
export function setStage(): Stage {
  const now: { cloud?: TestCloud; browser?: Chromium; person?: Person; phone?: Phone | undefined } = {};
  const must = <K extends keyof typeof now>(name: K): NonNullable<(typeof now)[K]> => {
    const found = now[name];
    if (!found) throw new Error(`no ${name} yet`);
    return found;
  };
  beforeAll(async () => {
    now.cloud = await startTestCloud();
    now.browser = await startChromium();
  }, 120_000);
  afterAll(async () => {
    await now.browser?.close();
    await now.cloud?.stop();
  });
  beforeEach(async () => {
    now.person = makePerson(must('cloud'));
    dataOf(await now.person.register());
  });
  const close = async () => {
    await now.phone?.close();
    now.phone = undefined;
  };
  afterEach(close);
  const call = async (name: string, action: string, input?: object) =>
    dataOf(await must('person').call(name, action, input));
  return {
    get cloud() {
      return must('cloud');
    },
    get person() {
      return must('person');
    },
    get phone() {
      return must('phone');
    },
    async open(route, openid = must('person').openid, look = {}) {
      await close();
      const url = `${must('cloud').cloud.url}/app/?openid=${openid}#/pages/${route}`;
      now.phone = await must('browser').openPhone({ url, ...look });
      return now.phone.page;
    },
    submit: async (kind, details) =>
      String((await call('request', 'submit', { kind, ...(details !== undefined && { details }) })).id),
    async newestRequest() {
      const { requests } = (await call('request', 'mine')) as { requests: { id: string }[] };
      return requests[0]?.id ?? '';
    },
    async decide(requestId, row) {
      const form = { requestId, expectedVersion: 1, reviewer: '王审', submit: true, ...row };
      await must('cloud').post('/api/staff-decisions', form);
      dataOf(await must('cloud').timer('reconcile'));
    },
    async grants() {
      const { items } = (await call('consent', 'current')) as {
        items: { purpose: string; granted: boolean }[];
      };
      return items.filter(({ granted }) => granted).map(({ purpose }) => purpose);
    },
  };
}

/** Presses and counts, as a thumb would. */
export function thumb() {
  let taps = 0;
  return {
    tap: async (target: Locator) => {
      taps += 1;
      await target.click();
    },
    taps: () => taps,
  };
}

/** The address of a privacy page. */
export const privacy = (name: string, query = ''): string => `privacy/${name}/index${query}`;
