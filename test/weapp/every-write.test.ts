/** @jest-environment jsdom */
import { appErrors } from '../../src/contracts/app-errors';
import { operations } from '../laws/contracts/operations';
import { until, type OpenPage } from './simulate';
import { setStage, type Stage } from './stage';
import { handsOn, type Write } from './hands';
import { accountWrites } from './writes-of-account';
import { communityWrites } from './writes-of-community';
import { requestWrites } from './writes-of-requests';

const stage = setStage();
const hands = handsOn(stage);
const { proof } = hands;
const writes = { ...accountWrites(hands), ...requestWrites(hands), ...communityWrites(hands) };

/** What becomes of calls of one operation on their way. */
type Fate = 'arrives' | 'crashes' | 'times out' | 'loses its answer' | 'is under way';
interface Answered {
  ok: boolean;
  error?: { code: string; message: string };
}
interface Sent {
  input: string;
  answer?: Answered;
}

/** Watches the wire for one operation, and has it do what the test wants. */
function watch(operation: string) {
  const { cloud } = stage.phone;
  const wire = { fate: 'arrives' as Fate, sent: [] as Sent[], letGo: (): void => undefined };
  stage.phone.cloud = async (name, data) => {
    if (`${name}.${String(data.action)}` !== operation) return cloud(name, data);
    const sent: Sent = { input: JSON.stringify(data) };
    const { fate } = wire;
    wire.sent.push(sent);
    if (fate === 'crashes') throw new Error('cloud.callFunction:fail 502 FUNCTIONS_EXECUTE_FAIL');
    if (fate === 'times out') throw new Error('cloud.callFunction:fail timeout');
    if (fate === 'is under way') await new Promise<void>((resolve) => (wire.letGo = resolve));
    const answer = (await cloud(name, data)) as Answered;
    // Only once: what is sent again by the app itself arrives.
    if (fate === 'loses its answer') {
      wire.fate = 'arrives';
      throw new Error('cloud.callFunction:fail request:fail');
    }
    sent.answer = answer;
    return answer;
  };
  return wire;
}

async function opened(write: Write): Promise<{ page: OpenPage; again: () => OpenPage }> {
  const query = await write.prepare();
  const again = () => {
    const page = stage.mini.open(write.route, query);
    open.push(page);
    return page;
  };
  const page = again();
  await stage.settled(page);
  await reach(page, write);
  await write.lead?.(page);
  stage.mini.calls.length = 0;
  return { page, again };
}

/** Opens the part in which the button lies. */
async function reach(page: OpenPage, { button, opener }: Write): Promise<void> {
  if (opener === undefined || page.has(button)) return;
  await page.press(opener);
  await until(
    () => page.has(button),
    () => `${button} is not there: ${page.text()}`,
  );
}

/** Presses as often as told, without waiting in between, as an impatient thumb does. */
async function press(page: OpenPage, write: Write, times = 1): Promise<void> {
  const { button, phone } = write;
  await reach(page, write);
  await until(
    () => page.takesTaps(button),
    () => `${button} takes no taps: ${page.text()}`,
  );
  const [event, detail] = phone ? ['getphonenumber', await proof(phone)] : ['tap', undefined];
  page.send(button, event, detail, times);
}

const ways = ['navigateTo', 'redirectTo', 'reLaunch', 'navigateBack'];
const led = () => stage.mini.calls.filter(({ api }) => ways.includes(api));
/** Spend a proof, so that they are not sent again, but ask by themselves whether they came through. */
const leadsOn = new Set(['account.register', 'account.deregister']);
/** It was done, now or by the call whose answer was lost. */
const isDone = (answer: Answered | undefined) => answer?.ok === true || answer?.error?.code === 'NOT_FROZEN';
/** Until the page has drawn what became of it, or has led on. */
const over = async (page: OpenPage) => {
  await stage.quiet();
  if (led().length === 0) await stage.settled(page);
};
const own = operations.filter(
  ([, { caller, writes: kind }]) => caller === 'mini-program' && kind !== undefined,
);
const kindOf = (name: string) => own.find(([known]) => known === name)?.[1].writes;

const open: OpenPage[] = [];
let arrives: Stage['phone']['cloud'];
beforeEach(() => {
  arrives = stage.phone.cloud;
});
afterEach(async () => {
  stage.phone.cloud = arrives;
  for (const page of open.splice(0)) page.close();
  await stage.cloud.post('/clock', { now: null });
  delete stage.phone.answers;
});

test('every write has a button here', () => {
  const names = own.map(([name]) => name).filter((name) => name !== 'consent.usage');
  expect(Object.keys(writes).sort()).toEqual(names.sort());
});

describe.each(Object.entries(writes))('the button of %s', (name, write) => {
  test('tapped twice, sends once', async () => {
    const { page } = await opened(write);
    const wire = watch(name);
    await press(page, write, 2);
    await until(
      () => wire.sent.some(({ answer }) => answer?.ok === true),
      () => `${JSON.stringify(wire.sent)} ${page.text()}`,
    );
    await over(page);
    expect(wire.sent).toHaveLength(1);
    expect(led().length).toBeLessThanOrEqual(1);
  });

  test('says that the function failed or did not answer, loses nothing, and is made good by another tap', async () => {
    const { page } = await opened(write);
    const wire = watch(name);
    for (const [fate, code] of [
      ['crashes', 'INTERNAL'],
      ['times out', 'NETWORK'],
    ] as const) {
      wire.fate = fate;
      await press(page, write);
      await page.waitForText(appErrors[code].message);
      expect(led()).toEqual([]);
    }
    wire.fate = kindOf(name) === 'again' ? 'loses its answer' : 'arrives';
    await press(page, write);
    await until(
      () => isDone(wire.sent.at(-1)?.answer),
      () => `${JSON.stringify(wire.sent)} ${page.text()}`,
    );
    await over(page);
    for (const { message } of Object.values(appErrors)) expect(page.text()).not.toContain(message);
    // The same wish each time, so that the server knows it again.
    if (!write.phone) expect(new Set(wire.sent.map(({ input }) => input)).size).toBe(1);
  });

  test('whose answer is lost, says so or is asked again, and ends in a clear state', async () => {
    const { page } = await opened(write);
    const wire = watch(name);
    wire.fate = 'loses its answer';
    await press(page, write);
    if (leadsOn.has(name)) {
      await until(
        () => led().length > 0 || !page.has(write.button),
        () => `${JSON.stringify(wire.sent)} ${page.text()}`,
      );
      await over(page);
      expect(page.text()).not.toContain(appErrors.NETWORK.message);
      expect(wire.sent).toHaveLength(1);
      return;
    }
    if (kindOf(name) === 'once') {
      await page.waitForText(appErrors.NETWORK.message);
      await press(page, write);
    }
    await until(
      () => wire.sent.at(-1)?.answer !== undefined,
      () => `${JSON.stringify(wire.sent)} ${page.text()}`,
    );
    await over(page);
    const { answer } = wire.sent.at(-1) ?? {};
    // Done already, or not to be done twice: a sentence says so, where the page does not lead on by itself.
    if (answer?.ok !== true && led().length === 0 && page.has(write.button))
      expect(page.text()).toContain(answer?.error?.message);
    expect(page.text()).not.toContain(appErrors.NETWORK.message);
  });

  test('left in the middle of it, is done all the same, leads nobody away, and the page opens again', async () => {
    const { page, again } = await opened(write);
    const wire = watch(name);
    wire.fate = 'is under way';
    await press(page, write);
    await until(
      () => wire.sent.length === 1,
      () => page.text(),
    );
    open.pop()?.close();
    stage.mini.calls.length = 0;
    wire.letGo();
    await until(
      () => wire.sent[0]?.answer !== undefined,
      () => 'no answer came',
    );
    await stage.quiet();
    expect(led()).toEqual([]);
    await over(again());
    expect(wire.sent).toHaveLength(1);
    expect(wire.sent[0]?.answer).toMatchObject({ ok: true });
  });
});
