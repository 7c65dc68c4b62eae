import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { openDatabase, type Database } from '../local-cloud/database';

const SIZES = [1_000, 100_000] as const;
const COLLECTION = 'events';
const BATCH = 1_000;
/** Repetitions of each read; the median is reported, because a garbage collection spoils a mean. */
const READS = 200;
const SCANS = 3;

/** Milliseconds per read at one size. */
export interface ReadLatency {
  documents: number;
  equality: number;
  range: number;
  scan: number;
}

/** Both sizes, and how many times slower the larger is. */
export interface IndexReadsReport {
  latencies: ReadLatency[];
  ratios: { equality: number; range: number; scan: number };
}

const ejson = (value: unknown) => EJSON.stringify(value, { relaxed: false });

/** One open range matches 20 documents at either size, so that only the search differs. */
const READ_KINDS = {
  equality: (i: number, size: number) => ({ serial: (i * 7919) % size }),
  range: (i: number, size: number) => {
    const start = (i * 7919) % (size - 20);
    return { serial: { $gte: start, $lt: start + 20 } };
  },
  scan: (i: number, size: number) => ({ unindexed: (i * 7919) % size }),
};

async function fill(database: Database, size: number): Promise<void> {
  const fields = [{ field: 'serial', direction: 1 as const }];
  database.provision([{ name: COLLECTION, indexes: [{ name: 'by_serial', fields, unique: true }] }]);
  for (let start = 0; start < size; start += BATCH) {
    const data = Array.from({ length: BATCH }, (_, i) =>
      ejson({ serial: start + i, unindexed: start + i, type: 'consent.granted', note: 'x'.repeat(100) }),
    );
    await database.call('database.insertDocument', { collectionName: COLLECTION, data });
  }
}

async function median(times: number, read: (i: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await read(i);
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

async function measure(size: number): Promise<ReadLatency> {
  const dir = mkdtempSync(join(tmpdir(), 'index-reads-'));
  const database = openDatabase({ dir, now: () => new Date() });
  try {
    await fill(database, size);
    const read = (kind: keyof typeof READ_KINDS) => async (i: number) => {
      const query = ejson(READ_KINDS[kind](i, size));
      await database.call('database.getDocument', {
        collectionName: COLLECTION,
        queryType: 'WHERE',
        query,
        limit: 100,
      });
    };
    await median(READS, read('equality'));
    return {
      documents: size,
      equality: await median(READS, read('equality')),
      range: await median(READS, read('range')),
      scan: await median(SCANS, read('scan')),
    };
  } finally {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Measures an indexed equality, an indexed range of 20 and a full scan at 1,000 and at 100,000 documents. */
export async function benchIndexReads(): Promise<IndexReadsReport> {
  const latencies: ReadLatency[] = [];
  for (const size of SIZES) latencies.push(await measure(size));
  const [small, large] = latencies as [ReadLatency, ReadLatency];
  const ratio = (kind: 'equality' | 'range' | 'scan') => large[kind] / small[kind];
  return { latencies, ratios: { equality: ratio('equality'), range: ratio('range'), scan: ratio('scan') } };
}

/** The report as lines to print. */
export function formatIndexReads({ latencies, ratios }: IndexReadsReport): string {
  const ms = (value: number) => `${value.toFixed(3)} ms`.padStart(12);
  const rows = latencies.map(
    ({ documents, equality, range, scan }) =>
      `${documents.toLocaleString('en').padStart(9)} documents: equality${ms(equality)}  range of 20${ms(range)}  full scan${ms(scan)}`,
  );
  const times = (value: number) => `${value.toFixed(1)}x`;
  return [
    ...rows,
    `100 times the documents: equality ${times(ratios.equality)}, range ${times(ratios.range)}, full scan ${times(ratios.scan)}`,
  ].join('\n');
}

if (process.argv[1]?.endsWith('index-reads.ts')) {
  void benchIndexReads().then((report) => {
    process.stdout.write(`${formatIndexReads(report)}\n`);
  });
}
