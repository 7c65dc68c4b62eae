import { stringify } from 'csv-stringify/sync';
import type { PresentedField } from '../../../src/contracts/data-map/derive/presentation';
import { exportCopy } from '../../copy/export';
import { momentInWords } from './moments';
import { inWords } from './words';

/** One collection's rows about a person, presented. */
export interface ExportedCollection {
  name: string;
  label: string;
  rows: PresentedField[][];
}

const { columns } = exportCopy;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** What is held in a row, each value in words; what has none, such as an event of digests alone, is in the JSON. */
const held = (collection: string, row: PresentedField[]) =>
  row.flatMap((field) => {
    const value = field.value === null ? '' : inWords(collection, field.field, field.value);
    return value === '' ? [] : [{ ...field, value }];
  });

/** From where, since when, until when, and who used it last. */
const lifeInWords = ({ source, keptFor, collectedAt, usedAt, usedBy }: PresentedField): string =>
  [
    source,
    collectedAt && `${columns.collectedAt} ${momentInWords(collectedAt)}`,
    keptFor,
    usedAt && usedBy && exportCopy.used(momentInWords(usedAt), usedBy),
  ]
    .filter(Boolean)
    .join(' · ');

function csvOf({ name, rows }: ExportedCollection): string {
  const lines = rows.flatMap((row, index) =>
    held(name, row).map((field) => [
      index + 1,
      field.label,
      field.value,
      field.source,
      field.purpose,
      field.basis,
      field.keptFor,
      ...[field.collectedAt, field.usedAt].map((at) => at && momentInWords(at)),
      field.usedBy,
    ]),
  );
  const header = [
    columns.row,
    columns.item,
    columns.value,
    columns.source,
    columns.purpose,
    columns.basis,
    columns.keptFor,
    columns.collectedAt,
    columns.usedAt,
    columns.usedBy,
  ];
  // A value that begins like a formula must stay text when a spreadsheet opens it.
  return stringify([header, ...lines], { bom: true, escape_formulas: true });
}

const htmlOfRow = (collection: string, row: PresentedField[], index: number) =>
  `<h3>${exportCopy.row(index + 1)}</h3><dl>${held(collection, row)
    .map(
      (field) =>
        `<dt>${escaped(field.label)}</dt><dd>${escaped(field.value)}<small>${escaped(lifeInWords(field))}</small></dd>`,
    )
    .join('')}</dl>`;

const htmlOf = (collections: readonly ExportedCollection[], at: string) => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${exportCopy.title}</title>
<style>body{font:16px/1.6 system-ui;max-width:42rem;margin:auto;padding:1rem}dt{color:#555}dd{margin:0 0 .6rem;overflow-wrap:anywhere}small{display:block;color:#666}</style>
<h1>${exportCopy.title}</h1><p>${escaped(exportCopy.madeAt(momentInWords(at)))}</p><p>${exportCopy.intro}</p>
${collections.map(({ name, label, rows }) => `<h2>${escaped(label)}</h2>${rows.length ? rows.map((row, index) => htmlOfRow(name, row, index)).join('') : `<p>${exportCopy.empty}</p>`}`).join('\n')}
</html>`;

/**
 * The files of a copy, by name: one JSON of everything as it is held, a CSV per collection and a page, both in words.
 */
export function exportFiles(collections: readonly ExportedCollection[], at: string): Record<string, string> {
  const json = JSON.stringify({ madeAt: at, collections }, null, 2);
  const csv = collections.map((collection) => [`${collection.name}.csv`, csvOf(collection)] as const);
  return { 'index.html': htmlOf(collections, at), 'data.json': json, ...Object.fromEntries(csv) };
}
