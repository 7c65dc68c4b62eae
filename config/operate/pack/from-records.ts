import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { added, type Figures } from '../../../cloudfunctions/domain/pack-figures';
import { gt, holdsValue } from '../../../cloudfunctions/platform/conditions';
import { exceptions } from '../../../src/contracts/data-map/exceptions';
import { sharingList } from '../../../src/contracts/data-map/derive/lists';
import { recipients } from '../../../src/contracts/data-map/recipients';
import { purposeLabel } from '../../../src/contracts/data-map/vocabulary';
import type { Input } from '../../../src/contracts/operation';
import { operator as operations } from '../../../src/contracts/operator';
import { keysOf, requestKinds } from '../../../src/contracts/request-vocabulary';
import { CannotOperate, type Operator } from '../connect';
import { ledgerLines } from '../copy-verify';
import { verifyLedger } from '../verify-ledger';
import { packCopy } from './copy';
import { asCsv, type Page } from './document';
import { isValid } from './from-documents';

type Of = Input<typeof operations.statistics>['of'];
const PAGE = 1000;

/** The figures of a whole table, page by page. */
async function figuresOf({ call }: Operator, of: Of): Promise<Figures> {
  let sum: Figures = {};
  for (let after: string | undefined; ;) {
    const page = await call(operations.statistics, { of, ...(after !== undefined && { after }) });
    if (!page.ok) throw new CannotOperate(packCopy.refused(page.error.message));
    sum = added(sum, page.data.figures);
    if (page.data.next === null) return sum;
    after = page.data.next;
  }
}

const figure = (figures: Figures, name: string, what: string) => figures[name]?.[what] ?? 0;
const SMALLEST = 5;
/** A count so small that somebody could be recognised is not told. */
const coarse = (count: number) => (count > 0 && count < SMALLEST ? packCopy.few : String(count));

/** Whether the ledger is intact and complete. */
export async function ledgerPage(operator: Operator, now: Date): Promise<Page> {
  const key = await operator.call(operations.signingKey, {});
  const verdict = await verifyLedger(operator.store, now, key.ok ? key.data.pem : undefined);
  const { title, lead, table, head } = packCopy.ledger;
  const rows = ledgerLines(verdict).map((text) => [text]);
  return { file: 'ledger', title, lead: [lead], tables: [{ file: 'ledger', title: table, head, rows }] };
}

/** How the deadline of each kind of request was kept. */
export async function deadlinePage(operator: Operator): Promise<Page> {
  const figures = await figuresOf(operator, 'requests');
  const { title, lead, table, head } = packCopy.deadlines;
  const columns = [
    'received',
    'inTime',
    'late',
    'open',
    'overdue',
    'withdrawn',
    'leftWithAccount',
    'longestWorkingDays',
  ];
  const rows = keysOf(requestKinds).map((kind) => [
    requestKinds[kind].label,
    ...columns.map((what) => String(figure(figures, kind, what))),
  ]);
  return {
    file: 'deadlines',
    title,
    lead: [lead],
    tables: [{ file: 'deadlines', title: table, head, rows }],
  };
}

/** Erasures, and every certificate in a CSV of its own, written as it is read so that memory stays flat. */
export async function erasurePage(operator: Operator, dir: string): Promise<Page> {
  const { title, lead, table, head, list } = packCopy.erasures;
  const file = join(dir, list.file);
  writeFileSync(file, asCsv({ file: '', title: '', head: list.head, rows: [] }));
  let [certificates, unclean] = [0, 0];
  for (let after = ''; ;) {
    const filter = { _id: after === '' ? holdsValue(true) : gt(after) };
    const rows = await operator.store.find('certificates', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    let lines = '';
    for (const { _id, begunAt, certifiedAt, counts, keyFingerprint, signature } of rows) {
      const total = (what: 'removed' | 'reduced' | 'found') =>
        Object.values(counts).reduce((sum, each) => sum + each[what], 0);
      unclean += Number(total('found') > 0);
      const sums = [total('removed'), total('reduced'), total('found')].map(String);
      lines += `${[_id, begunAt, certifiedAt, ...sums, keyFingerprint, signature].join(',')}\r\n`;
    }
    appendFileSync(file, lines);
    certificates += rows.length;
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) break;
  }
  const figures = await figuresOf(operator, 'erasures');
  const [begun, wiped] = [figure(figures, 'erasures', 'begun'), figure(figures, 'erasures', 'wiped')];
  const rows = [[certificates, begun, wiped, unclean].map(String)];
  return { file: 'erasures', title, lead: [lead], tables: [{ file: 'erasures', title: table, head, rows }] };
}

/** How many people agree to what; counts alone, small groups not told. */
export async function consentPage(operator: Operator): Promise<Page> {
  const { title, lead, table, head, shares: sharesTitle, shareHead } = packCopy.consents;
  const [grants, shares] = [await figuresOf(operator, 'consents'), await figuresOf(operator, 'shares')];
  const rowsOf = (figures: Figures, label: (name: string) => string) =>
    Object.keys(figures)
      .sort()
      .map((name) => [
        label(name),
        coarse(figure(figures, name, 'granted')),
        coarse(figure(figures, name, 'withdrawn')),
      ]);
  return {
    file: 'consents',
    title,
    lead: [lead],
    tables: [
      { file: 'consents', title: table, head, rows: rowsOf(grants, purposeLabel) },
      { file: 'shares', title: sharesTitle, head: shareHead, rows: rowsOf(shares, nameOf) },
    ],
  };
}

const known: Readonly<Record<string, { name?: string; label?: string }>> = { ...recipients, ...exceptions };
const nameOf = (id: string): string => known[id]?.name ?? known[id]?.label ?? packCopy.none;
const word = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name;

/** Who can receive what under which agreement, and how often anything left. */
export async function recipientPage(operator: Operator, now: Date): Promise<Page> {
  const { title, lead, table, head, disclosures, disclosureHead, kinds, states } = packCopy.recipients;
  const figures = await figuresOf(operator, 'disclosures');
  const yesOrNo = (yes: boolean) => (yes ? packCopy.yes : packCopy.no);
  const rows = sharingList().map(({ name, kind, why, fields, contact, agreement, needsGrant }) => [
    name,
    kind,
    why,
    fields.join('、'),
    contact,
    agreement.reference,
    agreement.expiresOn,
    yesOrNo(isValid(agreement.expiresOn, now)),
    yesOrNo(needsGrant),
  ]);
  const given = Object.entries(figures).flatMap(([name, counts]) => {
    const [to = '', kind = ''] = name.split('.');
    return Object.entries(counts).map(([state, count]) => [
      nameOf(to),
      word(kinds, kind),
      word(states, state),
      coarse(count),
    ]);
  });
  return {
    file: 'recipients',
    title,
    lead: [lead],
    tables: [
      { file: 'recipients', title: table, head, rows },
      { file: 'disclosures', title: disclosures, head: disclosureHead, rows: given },
    ],
  };
}

/** How often staff did what. */
export async function auditPage(operator: Operator): Promise<Page> {
  const figures = await figuresOf(operator, 'audits');
  const { title, lead, table, head, actions } = packCopy.audits;
  const rows = Object.keys(figures)
    .sort()
    .map((action) => [word(actions, action), String(figure(figures, action, 'rows'))]);
  return { file: 'audits', title, lead: [lead], tables: [{ file: 'audits', title: table, head, rows }] };
}
