import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { decisions } from '@/contracts/decisions';
import { refusalReasons, requestStates, type RequestState } from '@/contracts/request-vocabulary';
import { calendarCopy } from '@/copy/privacy/calendar';
import { requestCopy } from '@/copy/privacy/requests';
import { dayInWords } from '@/features/privacy-centre/beijing-time';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { ASKED_AT, irrefusable, kindCases, namedCases, refusable, type KindCase } from '../make/kind-cases';
import { heldBy, kindProofs, personFor, publishUnsure, type Asking } from '../make/kind-proof';
import { makePerson, type Person } from '../make/person';
import { staffDesk } from '../make/staff-desk';
import { startChromium, type Chromium, type Phone } from './chromium';
import { openApp, SHOWN } from './main-app';

/** Somebody with their phone, on the list of their requests. */
interface Holder {
  person: Person;
  phone: Phone;
}

let browser: Chromium;
let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
let proofs: ReturnType<typeof kindProofs>;
/** One of them is granted everything, the other nothing. */
let lucky: Holder;
let unlucky: Holder;

async function holder(): Promise<Holder> {
  const person = makePerson(cloud);
  await personFor(kindCases.withdraw, person);
  const route = 'pages/privacy/requests/index';
  return { person, phone: await openApp(browser, cloud, { route, openid: person.openid }) };
}
beforeAll(async () => {
  [browser, cloud] = await Promise.all([startChromium(), startTestCloud()]);
  desk = staffDesk(cloud);
  proofs = kindProofs(cloud);
  await cloud.travel(ASKED_AT);
  [lucky, unlucky] = [await holder(), await holder()];
}, 120_000);
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const onTop = ({ phone }: Holder) => phone.page.locator(SHOWN);
const decide = (id: string, row: object) =>
  desk.decide({ requestId: id, expectedVersion: proofs.versionOf(id), ...row });

/** Answers the questions of the form: a field and its new value, items on a ground, a purpose, or words. */
async function fillIn(form: Locator, { details = '', ground }: KindCase['asked']): Promise<void> {
  if (ground) await form.locator(`.ui-radio_${ground}`).click();
  if (typeof details === 'string') {
    await form.locator('.request-words textarea').fill(details);
    return;
  }
  for (const chosen of [details['field'], details['purpose']])
    if (chosen) await form.locator(`.ui-radio_${chosen}`).click();
  for (const item of details['fields']?.split(',') ?? []) await form.locator(`.request-item_${item}`).click();
  if (details['value']) await form.locator('.request-value input').fill(details['value']);
}

/** Asks by the form, or says of a letter that it is one's own; the page of its progress is on top afterwards. */
async function ask(by: Holder, one: KindCase): Promise<Asking> {
  const { person } = by;
  const before = await heldBy(person);
  const top = onTop(by);
  const { kind, asked } = one;
  if (one.byLetter) {
    await desk.record({ kind, phone: person.number, words: asked.details, receivedOn: '2026-11-27' });
    await refresh(by);
    await openNewest(by, 'submitted');
    await top.getByText('收到署您手机号的来信').waitFor();
    // Nobody's time runs before its person has said that it is theirs.
    expect(await top.locator('.ui-months').count()).toBe(0);
    await top.locator('.move-verify').click();
    await top.locator('.confirm-move').click();
  } else if (one.byPublishing) {
    await publishUnsure(person);
    await refresh(by);
    await openNewest(by, 'verified');
  } else {
    await top.locator('.make-request').click();
    await top.locator(`.ui-radio_${kind}`).click();
    await top.getByText(requestCopy.promise(kind)).waitFor();
    await fillIn(top, asked);
    await top.locator('.submit-request').click();
  }
  await top
    .locator('.clock__due')
    .getByText(calendarCopy.due(dayInWords(one.dueOn)))
    .waitFor();
  const number = await top.getByText(/^编号 /).textContent();
  return { person, id: number?.replace('编号 ', '') ?? '', before };
}

/** Leaves the list and comes back to it, upon which it is read anew. */
async function refresh(by: Holder): Promise<void> {
  await onTop(by).locator('.make-request').click();
  await onTop(by).locator('.submit-request').waitFor();
  await by.phone.page.goBack();
}

/** From the list, once it has the newest request and that one's state, to its progress. */
async function openNewest(by: Holder, state: RequestState): Promise<Locator> {
  const { requests } = dataOf(await by.person.call('request', 'mine')) as { requests: unknown[] };
  const top = onTop(by);
  const rows = top.locator('.request-row');
  await rows.nth(requests.length - 1).waitFor();
  await rows.first().getByText(requestStates[state].label).waitFor();
  await rows.first().click();
  await top.getByText(/^编号 /).waitFor();
  return top;
}

/** Back to the list, and what has become of the newest request. */
async function lookAgain(by: Holder, state: RequestState): Promise<Locator> {
  await by.phone.page.goBack();
  return openNewest(by, state);
}
const backToList = async (by: Holder) => {
  await by.phone.page.goBack();
  await onTop(by).locator('.make-request').waitFor();
};

test.each(namedCases)('$promises [P59] $name is asked by taps, and the answer is read there', async (one) => {
  const asking = await ask(lucky, one);
  await proofs.expectAsked(asking, one);
  expect(await decide(asking.id, one.granted)).toMatchObject({ result: 'applied' });
  await proofs.expectGranted(asking, one);

  const top = await lookAgain(lucky, 'done');
  await top
    .locator('.ui-cell__ft')
    .getByText(decisions[one.granted.decision].label, { exact: true })
    .waitFor();
  if (one.granted.replyText) await top.getByText(one.granted.replyText).waitFor();
  // Against an answer in words there is the same way on as against a refusal.
  expect(await top.locator('.move-appeal').count()).toBe(one.granted.decision === 'reply' ? 1 : 0);
  if (one.hasCopy) {
    const download = lucky.phone.page.waitForEvent('download');
    await top.locator('.download-copy').click();
    const sha256 = await proofs.expectCopy(asking, readFileSync(await (await download).path()));
    await top.locator('.copy-digest').getByText(sha256).waitFor();
  }
  await backToList(lucky);
});

test.each(refusable)(
  '$promises [P60] $ground $name is refused: reason, law, words and the way to appeal are read there',
  async (one) => {
    const asking = await ask(unlucky, one);
    const { reasonCode, replyText, alternative } = one.refused;
    expect(await decide(asking.id, { decision: 'refuse', ...one.refused })).toMatchObject({
      result: 'applied',
    });
    if (one.takesTwo) await decide(asking.id, { decision: 'endorse', reviewer: '李审' });
    await proofs.expectRefused(asking, one);

    const top = await lookAgain(unlucky, 'refused');
    const { label, law } = refusalReasons[reasonCode];
    for (const words of [label, `依据：${law}`, replyText, ...(alternative ? [alternative] : [])])
      await top.getByText(words, { exact: true }).waitFor();
    await top.locator('.move-appeal').waitFor();
    await backToList(unlucky);
  },
);

test.each(irrefusable)('$promises $name cannot be refused, and stands there as it stood', async (one) => {
  const asking = await ask(unlucky, one);
  const refusal = { decision: 'refuse', reasonCode: 'repetitive', replyText: '不行。' };
  expect(await decide(asking.id, refusal)).toMatchObject({ result: 'rejected' });
  await proofs.expectUntouched(asking, one);
  const top = await lookAgain(unlucky, 'verified');
  await top.locator('.move-cancel').waitFor();
  expect(await top.getByText('不行。').count()).toBe(0);
  await backToList(unlucky);
});

test('and neither phone has met a fault', () => {
  expect([...lucky.phone.problems, ...unlucky.phone.problems]).toEqual([]);
});
