import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  incidentCopy,
  noticeToPeople,
  reportToAuthority,
  type BreachFacts,
} from '../../cloudfunctions/copy/operator-notices';
import { beijingDay } from '../../cloudfunctions/domain/calendar/working-days';
import { controller } from '../../src/contracts/controller';
import { categories } from '../../src/contracts/data-map/vocabulary';
import type { Field } from '../../src/contracts/data-map/grammar';
import type { Input, Operation, Output } from '../../src/contracts/operation';
import { operator as operations } from '../../src/contracts/operator';
import { beijingSecond, breachIn } from './breach';
import { CannotOperate, command, exit, type Operator } from './connect';
import { makeFolder } from './run';

type Breach = Input<typeof operations.incident>;
type Paged = Operation & { output: { _zod: { output: { next: string | null } } } };
/** What calling an operation needs. */
type Caller = Pick<Operator, 'call'>;

/** The answers of a paged operation, page by page. */
async function* pages<Op extends Paged>(
  { call }: Caller,
  operation: Op,
  breach: Breach,
): AsyncGenerator<Output<Op>> {
  for (let after: string | undefined; ;) {
    const input = { ...breach, ...(after !== undefined && { after }) };
    const page = await call(operation, input as Input<Op>);
    if (!page.ok) throw new CannotOperate(incidentCopy.refused(page.error.message));
    yield page.data;
    const { next } = page.data as { next: string | null };
    if (next === null) return;
    after = next;
  }
}

/** Writes people.csv as the pages come, so that memory stays the same for any number of people. Answers how many. */
async function writePeople(caller: Caller, breach: Breach, label: string, file: string): Promise<number> {
  const { columns } = incidentCopy;
  writeFileSync(file, `\uFEFF${columns.subject},${columns.what},${columns.since}\r\n`);
  let people = 0;
  for await (const page of pages(caller, operations.incident, breach)) {
    people += page.people.length;
    const lines = page.people.map(({ subject, since }) => `${subject},${label},${beijingSecond(since)}\r\n`);
    appendFileSync(file, lines.join(''));
  }
  return people;
}

async function countErased(caller: Caller, breach: Breach): Promise<number> {
  let erased = 0;
  for await (const page of pages(caller, operations.incidentErased, breach)) erased += page.erased;
  return erased;
}

/** An instant as people in Beijing read it. */
const inBeijing = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(instant));

/**
 * Finds whom a breach reaches and writes, into a new folder, people.csv (subject ids, no personal data) and drafts for
 * the people and for the authority. Changes nothing in the database.
 */
async function investigate(caller: Caller, breach: Breach, field: Field, dir: string) {
  if (existsSync(join(dir, 'people.csv'))) throw new CannotOperate(incidentCopy.outExists(dir));
  makeFolder(dir);
  const people = await writePeople(caller, breach, field.label, join(dir, 'people.csv'));
  const erased = await countErased(caller, breach);
  const facts: BreachFacts = {
    label: field.label,
    kind: categories[field.category],
    category: field.category,
    isSensitive: field.sensitive,
    from: inBeijing(breach.from),
    to: inBeijing(breach.to),
    people,
    erased,
    contact: controller.email,
  };
  writeFileSync(join(dir, 'notice-to-people.md'), noticeToPeople(facts));
  writeFileSync(join(dir, 'report-to-authority.md'), reportToAuthority(facts));
  return facts;
}

/** Queues a message for everyone affected. May be repeated after a failure: nobody is told twice. */
async function tellPeople(caller: Caller, breach: Breach): Promise<{ queued: number; known: number }> {
  const told = { queued: 0, known: 0 };
  for await (const page of pages(caller, operations.incidentNotify, breach)) {
    told.queued += page.queued;
    told.known += page.known;
  }
  return told;
}

const options = {
  field: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  notify: { type: 'boolean', default: false },
} as const;

/**
 * `--field accounts.phone --from DAY --to DAY [--out DIR] [--notify]`: who is affected by a breach, with drafts (P44).
 * A day is one in Beijing, whole; an instant will do too. Tells nobody unless `--notify`.
 */
if (require.main === module) {
  void command({ usage: incidentCopy.usage, options }, async (operator, { values }) => {
    const { breach, declared } = breachIn(values);
    const dir = resolve(values.out ?? `incident-${beijingDay(new Date(breach.from))}-${breach.field}`);
    const { people, erased, label } = await investigate(operator, breach, declared, dir);
    console.log(incidentCopy.found(people, erased, label));
    console.log(incidentCopy.written(dir));
    if (!values.notify) {
      console.log(incidentCopy.notTold);
      return exit.good;
    }
    const { queued, known } = await tellPeople(operator, breach);
    console.log(incidentCopy.queued(queued, known));
    return exit.good;
  });
}
