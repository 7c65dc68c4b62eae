import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotOperate, command, exit, type Operator } from './connect';
import { beijingTime } from './beijing-time';
import { packCopy } from './pack/copy';
import { asCsv, asHtml, asMarkdown, type Page } from './pack/document';
import { policyPage, promisePage } from './pack/from-documents';
import { impactFacts, processingRecord } from './pack/from-map';
import {
  auditPage,
  consentPage,
  deadlinePage,
  erasurePage,
  ledgerPage,
  recipientPage,
} from './pack/from-records';
import { makeFolder } from './run';

function indexPage(pages: readonly Page[], now: Date, where: string): Page {
  const { title, made, promise, one, head, files } = packCopy.index;
  const rows = pages.map(({ file, title: name }) => [`[${name}](${file}.md)`, `${file}.md`]);
  return {
    file: 'index',
    title,
    lead: [made(beijingTime(now), where), promise, one],
    tables: [{ file: 'index', title: files, head, rows }],
  };
}

/** Every page of the pack, one after the other. What is large is written into `dir` as it is read. */
async function pagesOf(operator: Operator, dir: string, now: Date): Promise<Page[]> {
  return [
    processingRecord(),
    impactFacts(),
    await ledgerPage(operator, now),
    await deadlinePage(operator),
    await erasurePage(operator, dir),
    await consentPage(operator),
    await recipientPage(operator, now),
    policyPage(now),
    promisePage(),
    await auditPage(operator),
  ];
}

/**
 * `--out DIR`: everything a regulator asks for, without personal data, as Markdown, CSV and one HTML page. Reads only;
 * writes into a new folder.
 */
const takes = { usage: packCopy.usage, options: { out: { type: 'string' } } } as const;

void command(takes, async (operator, { need }) => {
  const dir = resolve(need('out'));
  if (existsSync(join(dir, 'index.md'))) throw new CannotOperate(packCopy.outExists(dir));
  makeFolder(dir);
  const now = new Date();
  const pages = await pagesOf(operator, dir, now);
  const files: [name: string, text: string][] = [
    ['pack.html', asHtml(packCopy.title, pages)],
    ...pages.map((page): [string, string] => [`${page.file}.md`, asMarkdown(page)]),
    ...pages.flatMap(({ tables }) =>
      tables.map((table): [string, string] => [`${table.file}.csv`, asCsv(table)]),
    ),
    // Last, so that a folder with an index is a whole one.
    ['index.md', asMarkdown(indexPage(pages, now, operator.where))],
  ];
  for (const [name, text] of files) writeFileSync(join(dir, name), text);
  console.log(packCopy.written(dir, files.length + 1));
  return exit.good;
});
