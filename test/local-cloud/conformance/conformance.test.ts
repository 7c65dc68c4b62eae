import { openDatabase, type Database } from '../database';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGGREGATE_EXPRESSIONS } from './cases/aggregate-expressions';
import { AGGREGATE_STAGES } from './cases/aggregate-stages';
import { ERRORS } from './cases/errors';
import { GEO } from './cases/geo';
import { INSERTS } from './cases/inserts';
import { QUERY_OPERATORS } from './cases/query-operators';
import { READS } from './cases/reads';
import { TRANSACTIONS } from './cases/transactions';
import { UPDATING } from './cases/updates';
import { Failure, type Bench, type Case } from './case';
import { CONFORMANCE_PLAN } from './collections';
import { startBareEndpoint, type Endpoint } from './endpoint';
import { connect } from './sdk';

const SUITES: Record<string, readonly Case[]> = {
  reading: READS,
  'a query operator': QUERY_OPERATORS,
  geography: GEO,
  adding: INSERTS,
  'updating and removing': UPDATING,
  'an aggregation stage': AGGREGATE_STAGES,
  'an aggregation expression': AGGREGATE_EXPRESSIONS,
  'a transaction': TRANSACTIONS,
  'an error': ERRORS,
};

/**
 * Set: an endpoint's `/admin` URL, or `real` for CloudBase itself with the credentials in TENCENTCLOUD_* and TCB_ENV.
 */
const chosen = process.env['CONFORMANCE_URL'];
const dir = mkdtempSync(join(tmpdir(), 'conformance-'));
let local: { database: Database; endpoint: Endpoint } | undefined;
let bench: Bench;

beforeAll(async () => {
  if (!chosen) {
    const database = openDatabase({ dir, now: () => new Date() });
    database.provision(CONFORMANCE_PLAN);
    local = { database, endpoint: await startBareEndpoint(database) };
  }
  bench = connect(chosen === 'real' ? undefined : (chosen ?? local?.endpoint.url));
});

afterAll(async () => {
  await local?.endpoint.stop();
  await local?.database.close();
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(async () => {
  for (const collection of [bench.rows, bench.others, bench.unique]) await collection.where({}).remove();
});

describe.each(Object.entries(SUITES))('%s', (_suite, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { given, run, expect: expected }) => {
      if (given) await bench.rows.add(given.map((document) => ({ ...document })));
      if (expected instanceof Failure) {
        const outcome: unknown = await run(bench).then(
          (value) => ({ succeeded: value }),
          (error: { code?: string }) => error.code,
        );
        expect(expected.codes).toContain(outcome);
      } else {
        expect(await run(bench)).toEqual(expected);
      }
    },
  );
});
