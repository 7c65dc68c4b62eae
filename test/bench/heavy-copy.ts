import { randomBytes, randomUUID } from 'node:crypto';
import { GENESIS, type Chain, type LedgerEvent } from '../../cloudfunctions/domain/ledger';
import { purposeGranted, purposeWithdrawn } from '../../cloudfunctions/domain/receipt/body';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { ledgerRow } from '../../cloudfunctions/platform/ledger-row';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { consentPurposes } from '../../src/contracts/data-map/vocabulary';
import { withKeysOf } from '../make/borrowed-keys';
import { startTestCloud } from '../make/cloud';
import { insert } from '../make/frozen-people';
import { peakMegabytes } from './peak-memory';
import { currentPolicy } from '../../cloudfunctions/domain/policy/archive';
import { agreedAt } from '../make/agreed-at';

/** What a copy of everything about a heavy user cost. */
export interface HeavyCopy {
  documents: number;
  ms: number;
  megabytes: number | undefined;
  /** Bytes of the zip, or the code with which it was refused. */
  outcome: number | string;
}

const DOCUMENTS = 2_000;
const policy = currentPolicy(new Date());
const at = '2026-01-05T02:00:00.000Z';

/** 999 consents given and withdrawn, 500 pages seen, 500 requests with words, and the account. */
function rowsOf(openid: string) {
  const subject = randomUUID();
  const { key, wrapped, wrappedBy } = createSubjectKey(subject);
  let chain: Chain = { seq: 0, head: GENESIS };
  const ledger = Array.from({ length: 999 }, (_, index) => {
    const purpose = consentPurposes[index % consentPurposes.length] ?? 'analytics';
    const event: LedgerEvent =
      index % 2 === 0
        ? { type: 'consent.granted', body: purposeGranted(purpose, policy) }
        : { type: 'consent.withdrawn', body: purposeWithdrawn(purpose, index, policy) };
    const row = ledgerRow(subject, chain, event, new Date(at), key);
    chain = { seq: row.seq, head: row.commitment };
    return row;
  });
  const usage = Array.from({ length: 500 }, () =>
    sealRow(dataMap.usage, randomUUID(), {
      subject,
      page: 'pages/home/index',
      from: 'pages/me/index',
      dwell: 4000,
      at,
    }),
  );
  const requests = Array.from({ length: 500 }, (_, index) => {
    const request = {
      subject,
      kind: 'question',
      state: 'done',
      open: false,
      version: 2,
      submittedAt: at,
      verifiedAt: at,
      dueOn: '2026-01-26',
      priority: 0,
      provisional: false,
      details: `第${index}个问题：${randomBytes(60).toString('base64')}`,
      reply: `第${index}个答复：${randomBytes(60).toString('base64')}`,
    };
    return sealRow(dataMap.requests, randomUUID(), request as never, key);
  });
  const account = {
    openid,
    phone: '13800138000',
    nickname: '用得多的人',
    age: 'adult',
    grants: {},
    ...agreedAt(at),
    status: 'active',
    registeredAt: at,
    openRequests: 0,
    key: wrapped,
    keyWrappedBy: wrappedBy,
    chain,
  } as const;
  return { ledger, usage, requests, accounts: [sealRow(dataMap.accounts, subject, account, key)] };
}

/** Has one function call make the copy of a person with 2,000 documents. */
export async function benchHeavyCopy(): Promise<HeavyCopy> {
  const on = await startTestCloud();
  try {
    const openid = 'bench-heavy-user';
    await withKeysOf(on, async () => {
      for (const [name, rows] of Object.entries(rowsOf(openid)))
        await insert(on, name as CollectionName, rows);
    });
    const began = performance.now();
    const answer = await on.invoke('account', { action: 'export' }, openid);
    const ms = performance.now() - began;
    const outcome = answer.ok
      ? Buffer.from(String(answer.data['base64']), 'base64').length
      : answer.error.code;
    return { documents: DOCUMENTS, ms, megabytes: peakMegabytes(), outcome };
  } finally {
    await on.stop();
  }
}

/** The cost as a line to print, with its bounds. */
export const formatHeavyCopy = ({ documents, ms, megabytes, outcome }: HeavyCopy): string =>
  `${documents.toLocaleString('en')} documents in one call: ${(ms / 1000).toFixed(2)} s (bound 10 s), ${megabytes?.toFixed(0) ?? '?'} MB at most (bound 256 MB), ${
    typeof outcome === 'number' ? `a zip of ${(outcome / 1000).toFixed(0)} kB` : `refused: ${outcome}`
  }`;

if (require.main === module)
  void benchHeavyCopy().then((cost) => {
    console.log(formatHeavyCopy(cost));
  });
