import {
  purposeGranted,
  purposeWithdrawn,
  recipientGranted,
} from '../../../cloudfunctions/domain/receipt/body';
import { checkReceipt } from '../../../cloudfunctions/domain/receipt/checker/check';
import { recipients, type Recipient } from '../../../src/contracts/data-map/recipients';
import { choiceEvents, receipt as contract, type Receipt } from '../../../src/contracts/receipt';
import { cited, policy, policyDigest, receiptFor, signer, withRecord } from '../../make/receipts';

type Path = readonly (string | number)[];

/** Every place of a receipt that holds a text or a number. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]));
}

/** The receipt with one character of one place changed. */
function changedAt(receipt: Receipt, path: Path): Receipt {
  const copy = structuredClone(receipt) as never as Record<string, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = String(path.at(-1));
  const value = holder[last];
  holder[last] =
    typeof value === 'number'
      ? value + 1
      : `${String(value).startsWith('x') ? 'y' : 'x'}${String(value).slice(1)}`;
  return copy as never;
}

/** The name under which a place is signed. */
const memberAt = ([first, second]: Path): string =>
  first === 'record' ? `record.${String(second)}` : String(first);

describe.each(choiceEvents)('a receipt of %s', (type) => {
  const receipt = receiptFor(type);

  it('is what its contract says, in the terms of a standard, and names nobody', () => {
    expect(contract.safeParse(receipt)).toMatchObject({ success: true });
    expect(receipt.record['@type']).toContain('dpv:ConsentReceipt');
    expect(receipt.record['dpv:hasConsentStatus']['@type']).toBe(
      type.endsWith('.granted') ? 'dpv:ConsentGiven' : 'dpv:ConsentWithdrawn',
    );
    expect(receipt.record['dpv:hasNotice']['dct:identifier']).toBe(`sha256:${policyDigest}`);
  });

  it('is found intact', async () => {
    const verdict = await checkReceipt(receipt, { publicKey: signer.publicKey });
    expect(verdict).toMatchObject({ good: true, wrong: [] });
    expect(verdict.checked).toContain('签名');
  });

  it.each(placesIn(receipt).filter(([first]) => first !== 'seal'))(
    'is found changed, by its name, when one character differs at %s',
    async (...path) => {
      const { good, wrong } = await checkReceipt(changedAt(receipt, path));
      expect(good).toBe(false);
      expect(wrong).toContain(memberAt(path));
    },
  );

  it.each(placesIn(receipt).filter(([first]) => first === 'seal'))(
    'is found badly signed when one character differs at %s',
    async (...path) => {
      const { good, wrong } = await checkReceipt(changedAt(receipt, path));
      expect(good).toBe(false);
      expect(wrong).toContain('签名');
    },
  );

  it('is found changed when a member is taken away or added', async () => {
    for (const name of Object.keys(receipt)) {
      const { [name as keyof Receipt]: _, ...rest } = receipt;
      expect((await checkReceipt(rest)).wrong).toEqual([
        expect.stringMatching(new RegExp(`^缺少 \\p{Script=Han}+（${name}）$`, 'u')),
      ]);
    }
    expect((await checkReceipt({ ...receipt, more: 1 })).wrong).toEqual(['多出 more']);
  });
});

describe('[P54] a receipt of what was agreed to', () => {
  /** The recipient as it was when the person agreed; the table says otherwise now. */
  const then: Recipient = { ...recipients.visit, why: '只打一次电话。', fields: ['accounts.phone'] };
  const agreedThen = receiptFor('sharing.granted', recipientGranted('visit', then, policy));

  it('says it in the words of that moment, whatever the tables say when it is issued', async () => {
    const { record } = agreedThen;
    expect(record['dpv:hasPurpose']).toMatchObject({
      'dct:title': recipients.visit.name,
      'dct:description': '只打一次电话。',
    });
    expect(record['dpv:hasPersonalData']).toMatchObject([
      { 'dct:identifier': 'accounts.phone', 'dct:title': '手机号', 'dct:type': '联系方式' },
    ]);
    expect(record['dpv:hasRecipient']).toMatchObject([
      { 'dct:identifier': 'visit', 'dct:type': '关联公司', 'schema:contactPoint': recipients.visit.contact },
    ]);
    expect(await checkReceipt(agreedThen)).toMatchObject({ good: true });
  });

  it('lists each field that a purpose collects, and the basis that a sensitive one needs', () => {
    const { record } = receiptFor('consent.granted');
    expect(record['dpv:hasPersonalData'].map((data) => data['dct:identifier'])).toContain('usage.page');
    expect(record['dpv:hasRecipient']).toEqual([]);
    const locate = receiptFor('consent.granted', purposeGranted('locate', policy)).record;
    expect(locate['dpv:hasLegalBasis']['dct:source']).toContain('第二十九条');
    expect(record['dpv:hasLegalBasis']['dct:source']).not.toContain('第二十九条');
  });

  it.each<[string, Partial<Receipt['record']>]>([
    ['dpv:hasPersonalData', receiptFor('sharing.granted').record],
    [
      'dpv:hasPurpose',
      { 'dpv:hasPurpose': { ...agreedThen.record['dpv:hasPurpose'], 'dct:description': 'x' } },
    ],
    ['dpv:hasRecipient', { 'dpv:hasRecipient': [] }],
    [
      'dpv:hasDataController',
      {
        'dpv:hasDataController': {
          ...agreedThen.record['dpv:hasDataController'],
          'schema:legalName': '别的公司',
        },
      },
    ],
    ['dct:references', { 'dct:references': 's-1.2' }],
  ])('is found wrong where its %s says more than the ledger sealed, even when signed', async (name, all) => {
    const change = { [name]: all[name as keyof typeof all] };
    const { good, wrong } = await checkReceipt(withRecord(agreedThen, change));
    expect([good, wrong]).toEqual([false, [`record.${name}`]]);
  });

  it('names with a withdrawal the grant that it takes back, and claims no words of its own', async () => {
    for (const [type, grant] of [
      ['consent.withdrawn', 3],
      ['sharing.withdrawn', 4],
    ] as const) {
      const { record } = receiptFor(type);
      expect(record).toMatchObject({ 'dct:references': `s-1.${String(grant)}`, 'dpv:hasPersonalData': [] });
      expect(record['dpv:hasPurpose']['dct:description']).toBe('');
    }
    const never = receiptFor('consent.withdrawn', purposeWithdrawn('locate', undefined, policy));
    expect(never.record).not.toHaveProperty(['dct:references']);
    expect(await checkReceipt(never)).toMatchObject({ good: true });
  });

  it('says honestly where an older row holds no words, and takes none from the tables of today', async () => {
    const older = { recipient: 'visit', fields: ['accounts.phone'], terms: 'b'.repeat(64), ...cited };
    const receipt = receiptFor('sharing.granted', older);
    expect(contract.safeParse(receipt)).toMatchObject({ success: true });
    expect(receipt.record['dct:description']).toContain('没有写下当时同意的');
    expect(receipt.record['dpv:hasPersonalData']).toEqual([
      {
        '@type': 'dpv:PersonalData',
        'dct:identifier': 'accounts.phone',
        'dct:title': 'accounts.phone',
      },
    ]);
    for (const word of [recipients.visit.why, recipients.visit.name])
      expect(JSON.stringify(receipt)).not.toContain(word);
    const { good, unchecked } = await checkReceipt(receipt);
    expect([good, unchecked]).toEqual([true, expect.arrayContaining([expect.stringContaining('没有写下')])]);
    expect(agreedThen.record).not.toHaveProperty(['dct:description']);
    expect((await checkReceipt(agreedThen)).unchecked.join()).not.toContain('没有写下');
  });
});
