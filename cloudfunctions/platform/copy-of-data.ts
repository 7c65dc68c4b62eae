import { createHash } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { handedFile } from '../../src/contracts/account';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { presentWhole } from '../../src/contracts/data-map/derive/presentation';
import type { Collection, Document } from '../../src/contracts/data-map/grammar';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import type * as z from 'zod/mini';
import { withoutProposal } from '../domain/requests/unanswered';
import { exportCopy } from '../copy/export';
import { exportFiles, type ExportedCollection } from '../domain/export/files';
import { oldestFirst } from '../domain/export/order';
import type { LedgerRow } from '../domain/ledger';
import { receiptFiles } from '../domain/receipt/files';
import type { Member } from './member';
import { gt } from './conditions';
import { log } from './log';
import {
  isShelf,
  picturesFor,
  presentedPictures,
  withoutOldest,
  type CopiedPicture,
} from './pictures-in-copy';
import { readableFacts } from './sealing';
import { publicKeyBytes, signStatement } from './signing';
import type { Filter, Store } from './store';

/** A function's answer may be 1 MB; base64 adds a third. */
const LARGEST_ZIP = 700_000;
const PAGE = 1000;
const MOST_ROWS = 20_000;

/** Rows of one collection that belong to the member, oldest first; read in pages by id, which no two rows share. */
async function rowsOf(store: Store, name: CollectionName, member: Member): Promise<Document<Collection>[]> {
  const { link }: Collection = dataMap[name];
  if (link.by === 'id') return [member.row];
  if (link.by !== 'field') return [];
  const rows: Document<Collection>[] = [];
  while (rows.length <= MOST_ROWS) {
    const after = rows.at(-1)?._id;
    const filter = { [link.field]: member.id, ...(after && { _id: gt(after) }) } as Filter<typeof name>;
    const page = await store.find(name, filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    rows.push(...(page as unknown as Document<Collection>[]));
    if (page.length < PAGE) break;
  }
  return oldestFirst(dataMap[name], rows);
}

/** The files of a copy in one; pictures are as small already as they can be. */
function zipOf(
  collections: readonly ExportedCollection[],
  pictures: readonly CopiedPicture[],
  receipts: Readonly<Record<string, string>>,
  now: Date,
): Buffer {
  const shown = collections.map((each) =>
    isShelf(each.name) ? { ...each, rows: presentedPictures(pictures, each.name) } : each,
  );
  const texts = Object.entries({ ...exportFiles(shown, now.toISOString()), ...receipts });
  const files: Zippable = Object.fromEntries(texts.map(([file, text]) => [file, strToU8(text)]));
  for (const { file } of pictures) if (file) files[file.name] = [file.bytes, { level: 0 }];
  return Buffer.from(zipSync(files, { mtime: now }));
}

/**
 * Everything held about a member that the data map lets a person see, as one zip (P45, P47). A value that was altered
 * is named where it stood, and takes nothing else with it.
 */
export async function copyOfData(
  store: Store,
  member: Member,
  now: Date,
): Promise<Result<z.infer<typeof handedFile>>> {
  const collections: ExportedCollection[] = [];
  let pictures = await picturesFor(store, member, LARGEST_ZIP);
  const ledger: LedgerRow[] = [];
  let left = 0;
  for (const [name, declared] of Object.entries(dataMap) as [CollectionName, Collection][]) {
    if (declared.link.by !== 'id' && declared.link.by !== 'field') continue;
    if (Object.values(declared.fields).every(({ access }) => access === 'omit')) continue;
    if (isShelf(name)) {
      collections.push({ name, label: declared.label, rows: [] });
      continue;
    }
    const rows = await rowsOf(store, name, member);
    if (rows.length > MOST_ROWS) return fail('COPY_TOO_LARGE');
    const read = rows.map((row) => readableFacts(declared, row, member.key));
    // A choice whose words are damaged has no receipt; its place in the chain is told all the same.
    const whole = read.filter(({ damaged }) => damaged.length === 0);
    if (name === 'ledger') ledger.push(...whole.map(({ facts }) => facts as unknown as LedgerRow));
    const presented = read.map(({ facts, damaged }) => {
      const shown = presentWhole(declared, name === 'requests' ? withoutProposal(facts) : facts);
      return shown.map((field) =>
        damaged.includes(field.field) ? { ...field, value: exportCopy.damaged } : field,
      );
    });
    left += rows.length - whole.length;
    collections.push({ name, label: declared.label, rows: presented });
  }
  if (left > 0) log('error', { fault: 'rows of a copy do not open', left });
  const receipts = receiptFiles(ledger, now.toISOString(), {
    sign: signStatement,
    publicKey: publicKeyBytes(),
  });
  let zip = zipOf(collections, pictures, receipts, now);
  while (zip.length > LARGEST_ZIP && pictures.some(({ file }) => file)) {
    pictures = withoutOldest(pictures);
    zip = zipOf(collections, pictures, receipts, now);
  }
  if (zip.length > LARGEST_ZIP) return fail('COPY_TOO_LARGE');
  return ok({
    fileName: exportCopy.fileName,
    mediaType: 'application/zip',
    base64: zip.toString('base64'),
    sha256: createHash('sha256').update(zip).digest('hex'),
  });
}
