import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
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
import { operator as operations } from '../../src/contracts/operator';
import { beijingTime } from './beijing-time';
import { beijingSecond, breachIn } from './breach';
import { CannotOperate, command, exit } from './connect';
import { pages, type Caller, type Inquiry } from './incident-pages';
import { makeFolder } from './run';

/**
 * Writes people.csv as the pages come, so that memory stays the same for any number of people. Answers how many, and
 * who is among them only because their chain does not open.
 */
async function writePeople(
  caller: Caller,
  inquiry: Inquiry,
  label: string,
  file: string,
): Promise<{ people: number; damaged: string[] }> {
  const { columns } = incidentCopy;
  writeFileSync(file, `\uFEFF${columns.subject},${columns.what},${columns.since}\r\n`);
  let people = 0;
  const damaged: string[] = [];
  for await (const page of pages(caller, operations.incident, inquiry)) {
    people += page.people.length;
    damaged.push(...page.damaged);
    const lines = page.people.map(({ subject, since }) => `${subject},${label},${beijingSecond(since)}\r\n`);
    appendFileSync(file, lines.join(''));
  }
  return { people, damaged };
}

async function countErased(caller: Caller, inquiry: Inquiry): Promise<number> {
  let erased = 0;
  for await (const page of pages(caller, operations.incidentErased, inquiry)) erased += page.erased;
  return erased;
}

/** What a folder was looked at for, as its own file says. */
const askedFile = (dir: string) => join(dir, 'asked.json');
const askedOf = ({ field, from, to }: Inquiry) => `${JSON.stringify({ field, from, to }, null, 2)}\n`;

/** Whether a folder holds what this inquiry found; throws `CannotOperate` where it holds what another did. */
function isInvestigated(dir: string, inquiry: Inquiry): boolean {
  if (!existsSync(askedFile(dir))) return false;
  if (readFileSync(askedFile(dir), 'utf8') !== askedOf(inquiry))
    throw new CannotOperate(incidentCopy.otherInquiry(dir));
  return true;
}

/**
 * Finds whom a breach reaches and writes, into a new folder, people.csv (subject ids, no personal data) and drafts for
 * the people and for the authority. Changes nobody’s data.
 */
async function investigate(caller: Caller, inquiry: Inquiry, field: Field, dir: string) {
  if (existsSync(join(dir, 'people.csv'))) throw new CannotOperate(incidentCopy.outExists(dir));
  makeFolder(dir);
  const { people, damaged } = await writePeople(caller, inquiry, field.label, join(dir, 'people.csv'));
  const erased = await countErased(caller, inquiry);
  const facts: BreachFacts = {
    label: field.label,
    kind: categories[field.category],
    category: field.category,
    isSensitive: field.sensitive,
    from: beijingTime(inquiry.from),
    to: beijingTime(inquiry.to),
    people,
    erased,
    contact: controller.email,
  };
  writeFileSync(join(dir, 'notice-to-people.md'), noticeToPeople(facts));
  writeFileSync(join(dir, 'report-to-authority.md'), reportToAuthority(facts));
  // Last, so that a folder that says what it is for is a whole one.
  writeFileSync(askedFile(dir), askedOf(inquiry));
  return { ...facts, damaged };
}

async function tellFindings(caller: Caller, inquiry: Inquiry, field: Field, dir: string): Promise<void> {
  const { people, erased, label, damaged } = await investigate(caller, inquiry, field, dir);
  console.log(incidentCopy.found(people, erased, label));
  if (damaged.length > 0) console.log([incidentCopy.damaged(damaged.length), ...damaged].join('\n'));
  console.log(incidentCopy.written(dir));
}

/** Queues a message for everyone affected. May be repeated after a failure: nobody is told twice. */
async function tellPeople(caller: Caller, inquiry: Inquiry): Promise<{ queued: number; known: number }> {
  const told = { queued: 0, known: 0 };
  for await (const page of pages(caller, operations.incidentNotify, inquiry)) {
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
  by: { type: 'string' },
  notify: { type: 'boolean', default: false },
} as const;

/**
 * `--field accounts.phone --from DAY --to DAY --by NAME [--out DIR] [--notify]`: who is affected by a breach, with
 * drafts (P44). A day is one in Beijing, whole; an instant will do too. Tells nobody unless `--notify`, which may
 * follow on the same folder and be repeated.
 */
if (require.main === module) {
  void command({ usage: incidentCopy.usage, options }, async (operator, { values, need }) => {
    const { breach, declared } = breachIn(values);
    const inquiry = { ...breach, by: need('by') };
    const dir = resolve(values.out ?? `incident-${beijingDay(new Date(breach.from))}-${breach.field}`);
    // Who is told is found anew by the functions; what was looked at before stays as it was read.
    if (!(values.notify && isInvestigated(dir, inquiry)))
      await tellFindings(operator, inquiry, declared, dir);
    if (!values.notify) {
      console.log(incidentCopy.notTold);
      return exit.good;
    }
    const { queued, known } = await tellPeople(operator, inquiry);
    console.log(incidentCopy.queued(queued, known));
    return exit.good;
  });
}
