import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { ASKED_AT, irrefusable, namedCases, refusable, type KindCase } from '../make/kind-cases';
import { kindProofs, personFor, publishUnsure, type Asking } from '../make/kind-proof';
import { makePerson } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
let proofs: ReturnType<typeof kindProofs>;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
  proofs = kindProofs(cloud);
  await cloud.travel(ASKED_AT);
});
afterAll(() => cloud.stop());

/** A new person asks by a call, or by a letter that they then say is theirs. */
async function ask(one: KindCase): Promise<Asking> {
  const person = makePerson(cloud);
  const before = await personFor(one, person);
  const { kind, asked } = one;
  if (one.byPublishing) return { person, id: await publishUnsure(person), before };
  if (!one.byLetter) {
    const id = String(dataOf(await person.call('request', 'submit', { kind, ...asked }))['id']);
    return { person, id, before };
  }
  const letter = { kind, phone: person.number, words: asked.details, receivedOn: '2026-11-27' };
  const id = String((await desk.record(letter))['requestId']);
  dataOf(await person.call('request', 'verify', { id }));
  return { person, id, before };
}

const decide = (id: string, row: object) =>
  desk.decide({ requestId: id, expectedVersion: proofs.versionOf(id), ...row });

test.each(namedCases)(
  '$promises [P59] $name is asked and granted, and nothing else is changed',
  async (one) => {
    const asking = await ask(one);
    await proofs.expectAsked(asking, one);
    expect(await decide(asking.id, one.granted)).toMatchObject({ result: 'applied' });
    await proofs.expectGranted(asking, one);
  },
);

test.each(refusable)(
  '$promises [P60] $ground $name is refused with reason and words, and granted on appeal by somebody else',
  async (one) => {
    const asking = await ask(one);
    const { id, person } = asking;
    expect(await decide(id, { decision: 'refuse', ...one.refused })).toMatchObject({ result: 'applied' });
    if (one.takesTwo)
      expect(await decide(id, { decision: 'endorse', reviewer: '李审' })).toMatchObject({
        result: 'applied',
      });
    await proofs.expectRefused(asking, one);

    dataOf(await person.call('request', 'appeal', { id, reason: '请再看一看' }));
    expect(await decide(id, one.granted)).toMatchObject({ result: 'rejected' });
    expect(await decide(id, { ...one.granted, reviewer: '小周' })).toMatchObject({ result: 'applied' });
    expect(dataOf(await person.call('request', 'read', { id }))).toMatchObject({
      ...{ state: 'done', reason: null, alternative: null, dueOn: one.dueOn },
      reply: one.granted.replyText ?? null,
    });
  },
);

test.each(irrefusable)(
  '$promises $name cannot be refused: who tries reads what to do instead, and it is granted all the same',
  async (one) => {
    const asking = await ask(one);
    const refusal = { decision: 'refuse', reasonCode: 'repetitive', replyText: '不行。' };
    for (const row of [refusal, { ...refusal, decision: 'partly' }]) {
      const judged = await decide(asking.id, row);
      expect(judged).toMatchObject({ result: 'rejected' });
      expect(String(judged['resultMessage'])).toMatch(/^没有生效：.*不能“(不|部分)同意”，可以选“.*”。$/);
    }
    await proofs.expectUntouched(asking, one);
    expect(await decide(asking.id, one.granted)).toMatchObject({ result: 'applied' });
    await proofs.expectGranted(asking, one);
  },
);
