import { decisionsByKind } from '../../cloudfunctions/domain/requests/moves';
import { dataMap } from '../../src/contracts/data-map';
import { decisions } from '../../src/contracts/decisions';
import {
  refusalReasons,
  requestKinds,
  requestStates,
  type RequestState,
} from '../../src/contracts/request-vocabulary';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import {
  ASKED_AT,
  irrefusable,
  kindCases,
  namedCases,
  refusable,
  type KindCase,
  type Refusing,
} from '../make/kind-cases';
import { kindProofs, personFor, publishUnsure, type Asking } from '../make/kind-proof';
import { makePerson } from '../make/person';
import { startChromium, type Chromium, type Phone } from './chromium';

let browser: Chromium;
let cloud: TestCloud;
let desk: Phone;
let proofs: ReturnType<typeof kindProofs>;
/** By name, each asked twice by people of their own: once to be granted, once to be refused. */
const toGrant = new Map<string, Asking>();
const toRefuse = new Map<string, Asking>();

beforeAll(async () => {
  [browser, cloud] = await Promise.all([startChromium(), startTestCloud()]);
  proofs = kindProofs(cloud);
  await cloud.travel(ASKED_AT);
  const viewport = { width: 1280, height: 800 };
  desk = await browser.openPhone({ url: `${cloud.cloud.url}/console/#staff`, viewport });
  await signAs('小赵');
  for (const one of namedCases) for (const asked of [toGrant, toRefuse]) asked.set(one.name, await ask(one));
  dataOf(await cloud.timer('reconcile'));
  await desk.page.reload();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const panel = () => desk.page.locator('.panel');
const signAs = (name: string) => desk.page.getByRole('textbox', { name: /^经办人/ }).fill(name);

/** A row of the form at hand goes to the timer, whose answer is read under it. */
async function handIn(form: ReturnType<typeof panel>, button: string, said: string): Promise<void> {
  await form.getByRole('button', { name: button, exact: true }).click();
  await form.getByRole('button', { name: '立即处理' }).click();
  await form.getByText(said).waitFor();
}

/** Staff record a letter by taps. */
async function record({ kind, asked }: typeof kindCases.letter, phone: string): Promise<void> {
  const form = desk.page.locator('.letter');
  if (!(await form.getByLabel('来信人的手机号').isVisible())) await form.locator('summary').click();
  await form.getByLabel('来信人的手机号').fill(phone);
  await form.getByLabel('来信要求什么').selectOption({ label: requestKinds[kind].label });
  await form.getByLabel('收信日').fill('2026-11-27');
  await form.getByLabel('来信内容').fill(asked.details);
  await handIn(form, '登记', '已登记，正在等用户确认是本人提出的。');
  await form.getByRole('button', { name: '再登记一封' }).click();
}

/** A new person asks in the app, or by a letter of which they then say that it is theirs. */
async function ask(one: KindCase): Promise<Asking> {
  const person = makePerson(cloud);
  const before = await personFor(one, person);
  const { kind, asked } = one;
  if (one.byPublishing) return { person, id: await publishUnsure(person), before };
  if (!one.byLetter) {
    const { id } = dataOf(await person.call('request', 'submit', { kind, ...asked }));
    return { person, id: String(id), before };
  }
  await record(kindCases.letter, person.number);
  const { requests } = dataOf(await person.call('request', 'mine')) as { requests: { id: string }[] };
  const id = requests[0]?.id ?? '';
  dataOf(await person.call('request', 'verify', { id }));
  return { person, id, before };
}

/** Somebody of the staff opens it from the list under their name. */
async function open(asked: Map<string, Asking>, name: string, reviewer: string): Promise<Asking> {
  const asking = asked.get(name);
  if (!asking) throw new Error(`nobody asked for ${name}`);
  await signAs(reviewer);
  await desk.page.locator('.queue li').filter({ hasText: asking.id }).getByRole('button').click();
  await panel().locator('.facts code').filter({ hasText: asking.id }).waitFor();
  return asking;
}

/** Chooses a decision, fills what it asks for, hands it in, and reads where the request is then. */
async function decide(
  { decision, reasonCode, replyText, alternative, items }: KindCase['granted'] & Partial<Refusing>,
  state: RequestState,
): Promise<void> {
  const form = panel();
  await form.getByRole('radio', { name: decisions[decision].label, exact: true }).check();
  if (reasonCode) await form.getByLabel('理由').selectOption({ label: refusalReasons[reasonCode].label });
  if (replyText) await form.getByLabel('给用户的答复').fill(replyText);
  if (alternative) await form.getByLabel('其他办法').fill(alternative);
  if (items) await form.getByLabel(dataMap.accounts.fields[items].label).check();
  await handIn(form, '提交决定', `已生效，请求现在是“${requestStates[state].label}”。`);
}

test.each(namedCases)(
  '$promises [P59] $name is granted by taps, and that carries itself out',
  async (one) => {
    const asking = await open(toGrant, one.name, '小赵');
    await decide(one.granted, 'done');
    await proofs.expectGranted(asking, one);
  },
);

test.each(refusable)(
  '$promises [P60] $ground $name is refused by taps, by two where it takes two',
  async (one) => {
    const asking = await open(toRefuse, one.name, '小赵');
    await decide({ decision: 'refuse', ...one.refused }, one.takesTwo ? 'seconding' : 'refused');
    if (one.takesTwo) {
      await open(toRefuse, one.name, '李审');
      await panel().locator('.proposal').getByText(one.refused.replyText).waitFor();
      await decide({ decision: 'endorse' }, 'refused');
    }
    await proofs.expectRefused(asking, one);
  },
);

test.each(irrefusable)('$promises $name cannot be refused: the form offers no such thing', async (one) => {
  const asking = await open(toRefuse, one.name, '小赵');
  const offered = await panel().locator('form .choices label').allTextContents();
  expect(offered).toEqual(decisionsByKind[one.kind].map((decision) => decisions[decision].label));
  expect(offered.join()).not.toContain('不同意');
  await proofs.expectUntouched(asking, one);
});

test('and the page has met no fault', () => {
  expect(desk.problems).toEqual([]);
});
