import { cancelled, held, revoked, taking } from '../../../cloudfunctions/domain/taken-back';
import { guarded } from '../../../src/contracts/data-map/interfaces';
import { isRevocation, revocations } from '../../../src/contracts/wechat-events';

const at = '2026-06-01T02:00:00.000Z';
const granted = { granted: true, at, policyVersion: '2', seq: 2 };
const situation = {
  ...{ age: 'adult' as const, grants: { locate: granted, analytics: granted }, seq: 7, at },
  ...{ policyVersion: '2', policyDigest: 'd'.repeat(64), eraseAfter: at },
};

/** The map of a day on which no position is asked for. */
const withoutPosition = guarded.map(([key, each]) =>
  key === 'Location' ? ([key, { ...each, use: null }] as const) : ([key, each] as const),
);

describe('what WeChat says was taken back', () => {
  it.each([
    ['6', ['nickname', 'avatar'], false],
    ['8', ['phone'], false],
    ['14', [], true],
    ['19', ['nickname'], false],
    ['20', ['avatar'], false],
    ['17', [], false],
    ['constructor', [], false],
  ])('number %s names %j, and pictures: %s', (info, facts, pictures) => {
    expect(revoked(info)).toEqual({ facts, purposes: [], pictures });
  });

  it('names only fields that the map’s interface fills', () => {
    const narrowed = Object.entries(revocations).filter(([, each]) => 'only' in each);
    expect(narrowed.filter(([info]) => revoked(info).facts.length !== 1)).toEqual([]);
    expect(isRevocation('toString')).toBe(false);
  });

  it('is a consent where the map rests the interface on one', () => {
    expect(revoked('13')).toEqual({ facts: [], purposes: ['locate'], pictures: false });
    expect(revoked('13', withoutPosition)).toEqual({ facts: [], purposes: [], pictures: false });
    expect(cancelled(withoutPosition).purposes).toEqual([]);
  });

  it('is, with the whole account, everything that comes from WeChat', () => {
    const facts = ['openid', 'phone', 'formerPhone', 'nickname', 'avatar'];
    expect(cancelled()).toEqual({ facts, purposes: ['locate'], pictures: true });
  });
});

describe('what can be taken back of an account', () => {
  const all = {
    facts: ['openid', 'phone', 'nickname', 'avatar'],
    purposes: ['locate', 'same-city'] as never,
  };

  it('is what it holds and can do without, and the consents that are given', () => {
    const account = { ...situation, openid: 'sealed', phone: 'sealed', nickname: 'sealed' };
    expect(held(all, account)).toEqual({ gone: ['nickname'], kept: ['openid', 'phone'], ended: ['locate'] });
  });

  it('is carried out as a request would be, each receipt at its own place in the chain', () => {
    const part = {
      gone: ['nickname' as const, 'avatar' as const],
      kept: [],
      ended: ['locate', 'analytics'] as never,
    };
    const first = { type: 'authorization.revoked', body: {} } as const;
    const { facts, events } = taking(part, first, situation);
    expect(events.map(({ type }) => type)).toEqual([
      'authorization.revoked',
      'account.corrected',
      'account.corrected',
      'consent.withdrawn',
      'consent.withdrawn',
    ]);
    expect(facts).toMatchObject({
      ...{ nickname: null, avatar: null },
      grants: { locate: { granted: false, seq: 11 }, analytics: { granted: false, seq: 12 } },
    });
  });
});
