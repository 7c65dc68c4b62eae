import fc from 'fast-check';
import { allVersions } from '../../cloudfunctions/domain/policy/archive';
import { admitted, agreed, needsGrant, refusalOf, termsOf } from '../../cloudfunctions/domain/sharing';
import { fieldAt } from '../../src/contracts/data-map/derive/field-path';
import { exceptions, lawfulExceptions } from '../../src/contracts/data-map/exceptions';
import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { purposes } from '../../src/contracts/data-map/vocabulary';

const table: Readonly<Record<string, Recipient>> = recipients;
const ids = Object.keys(table);
const today = '2026-06-01';
/** Where the local cloud plays the reference recipients; nothing leaves a function for it. */
const THIS_MACHINE = '127.0.0.1';

describe.each(ids)('the recipient %s', (id) => {
  const recipient = table[id] as Recipient;

  it('receives only fields that the map declares, each named once', () => {
    expect(recipient.fields.filter((path) => !fieldAt(path))).toEqual([]);
    expect(new Set(recipient.fields).size).toBe(recipient.fields.length);
    expect(recipient.fields.length).toBeGreaterThan(0);
  });

  it('receives nothing that nobody may see, no digest, and nothing that is sensitive', () => {
    const never = recipient.fields.filter((path) => {
      const field = fieldAt(path);
      return !needsGrant(recipient) ? false : field?.access === 'omit' || field?.sensitive === true;
    });
    expect(never).toEqual([]);
  });

  it('receives facts of the account alone where the one door sends them', () => {
    const others = needsGrant(recipient)
      ? recipient.fields.filter((path) => !path.startsWith('accounts.'))
      : [];
    expect(others).toEqual([]);
  });

  it('[P25] works under an agreement that has a reference and a last day', () => {
    const { reference, expiresOn } = recipient.agreement;
    expect(reference.trim()).not.toBe('');
    expect(new Date(`${expiresOn}T00:00:00Z`).toISOString().slice(0, 10)).toBe(expiresOn);
  });

  it('[P32] names the hosts at which it may be connected, each as an address has it and nobody else’s', () => {
    for (const host of recipient.hosts) expect(new URL(`https://${host}`).host).toBe(host);
    expect(recipient.hosts.length > 0 || !needsGrant(recipient)).toBe(true);
    const others = ids.filter((other) => other !== id).flatMap((other) => (table[other] as Recipient).hosts);
    expect(recipient.hosts.filter((host) => host !== THIS_MACHINE && others.includes(host))).toEqual([]);
    expect(recipient.hosts.includes(THIS_MACHINE)).toBe(recipient.isExample === true);
  });

  it('says in plain Chinese who it is, why it receives something and how to reach it', () => {
    for (const words of [recipient.name, recipient.why]) expect(words).toMatch(/\p{Script=Han}/u);
    expect(recipient.why).toMatch(/。$/u);
    expect(recipient.contact).toMatch(/[a-z0-9-]+\.[a-z]{2,}/);
  });

  it('[P23] is granted for these very terms: another name, purpose, kind or field is another grant', () => {
    const edited: Recipient[] = [
      { ...recipient, why: `${recipient.why}另有一用。` },
      { ...recipient, name: `${recipient.name}二` },
      { ...recipient, kind: recipient.kind === 'partner' ? 'affiliate' : 'partner' },
      { ...recipient, fields: [...recipient.fields, 'accounts.wechatId'] },
      { ...recipient, fields: recipient.fields.slice(1) },
    ];
    const share = { granted: true, terms: termsOf(recipient) };
    const situation = { connected: true, today, share };
    expect(refusalOf(table, id, situation)).toBeUndefined();
    for (const other of edited)
      expect(refusalOf({ [id]: other }, id, situation)).toBe(needsGrant(other) ? 'voided' : undefined);
    const same = { ...recipient, contact: 'x@example.com', fields: [...recipient.fields].reverse() };
    expect(termsOf(same)).toBe(termsOf(recipient));
  });
});

it('[P51] whoever received something under any version of the policy is ended and never missing, for it must be told to delete', () => {
  const practised = allVersions.flatMap(({ practices }) => Object.keys(practices.recipients));
  expect(practised.length).toBeGreaterThan(0);
  expect(practised.filter((id) => !ids.includes(id))).toEqual([]);
});

describe('the door', () => {
  it('[P24] lets only declared fields through, whatever is asked, and names every other', () => {
    const asked = fc.array(
      fc.oneof(
        fc.constantFrom(...ids.flatMap((id) => (table[id] as Recipient).fields)),
        fc.constantFrom('accounts.key', 'accounts.wechatId', 'ledger.content', '__proto__', 'accounts.'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ids), asked, (id, paths) => {
        const recipient = table[id] as Recipient;
        const { fields, heldBack } = admitted(recipient, paths);
        expect(fields.filter((path) => !(recipient.fields as readonly string[]).includes(path))).toEqual([]);
        expect(heldBack.filter((path) => (recipient.fields as readonly string[]).includes(path))).toEqual([]);
        expect([...fields, ...heldBack].sort()).toEqual([...new Set(paths)].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('[P21] is shut unless known, in time, granted and connected, and says the first that fails', () => {
    const recipient = table['visit'] as Recipient;
    const granted = { granted: true, terms: termsOf(recipient) };
    const open = { connected: true, today, share: granted };
    const refusal = (id: string, change: Partial<typeof open> | { share: undefined }) =>
      refusalOf(table, id, { ...open, ...change });
    expect(refusal('visit', {})).toBeUndefined();
    expect(refusal('nobody', {})).toBe('unknown');
    expect(refusal('__proto__', {})).toBe('unknown');
    expect(refusal('visit', { connected: false })).toBe('not-connected');
    expect(refusal('visit', { today: '2027-12-31' })).toBeUndefined();
    expect(refusal('visit', { today: '2028-01-01' })).toBe('expired');
    const ended = { visit: { ...recipient, endedOn: '2026-06-02' } };
    expect(refusalOf(ended, 'visit', open)).toBeUndefined();
    expect(refusalOf(ended, 'visit', { ...open, today: '2026-06-02' })).toBe('ended');
    expect(refusal('visit', { share: undefined })).toBe('no-grant');
    expect(refusal('visit', { share: { ...granted, granted: false } })).toBe('no-grant');
    expect(refusal('visit', { share: { ...granted, terms: 'other' } })).toBe('voided');
    expect(refusal('visit', { connected: false, today: '2028-01-01', share: undefined })).toBe('expired');
    expect(refusal('visit', { connected: false, share: undefined })).toBe('no-grant');
  });

  it('[P26] hands over to a successor exactly those who agreed to it, in its present terms', () => {
    const successor: Recipient = { ...(table['visit'] as Recipient), kind: 'successor', name: '接手的公司' };
    const share = fc.option(
      fc.record({
        granted: fc.boolean(),
        terms: fc.constantFrom(termsOf(successor), termsOf({ ...successor, why: '旧的用途。' })),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        const people = shares.map((each, at) => ({ at, shares: each && { heir: each, visit: each } }));
        const over = agreed(successor, 'heir', people).map(({ at }) => at);
        const expected = shares.flatMap((each, at) =>
          each?.granted === true && each.terms === termsOf(successor) ? [at] : [],
        );
        expect(over).toEqual(expected);
      }),
    );
  });
});

describe('the cases without consent', () => {
  it('[P19] are the eleven of the policy, and those that count alone each name the law’s article', () => {
    expect(Object.keys(exceptions)).toHaveLength(11);
    expect(
      lawfulExceptions.map((id) => exceptions[id].law).filter((law) => !/第.+条/u.test(law ?? '')),
    ).toEqual([]);
    expect(lawfulExceptions.length).toBeLessThan(11);
  });

  it('have no purpose of their own: a purpose rests on consent or on the service itself', () => {
    expect(Object.keys(purposes).filter((name) => Object.hasOwn(exceptions, name))).toEqual([]);
  });
});
