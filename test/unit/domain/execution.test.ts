import fc from 'fast-check';
import { dataMap } from '../../../src/contracts/data-map';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { consentPurposes, purposeLabel } from '../../../src/contracts/data-map/vocabulary';
import { keysOf, requestKinds } from '../../../src/contracts/request-vocabulary';
import {
  executionOf,
  isHindrance,
  type Execution,
  type Hindrance,
  type Situation,
} from '../../../cloudfunctions/domain/requests/execute';
import { valueOf } from '../../laws/arbitrary/value';

const { fields } = dataMap.accounts as Collection;
const names = Object.keys(fields);
const never = names.filter((name) => name === 'phone' || fields[name]?.correct === 'never');
const correctable = names.filter((name) => !never.includes(name));
const situation: Situation = {
  age: 'adult',
  grants: {},
  seq: 4,
  at: '2026-03-02T02:00:00.000Z',
  policyVersion: '1',
  policyDigest: 'd'.repeat(64),
  eraseAfter: '2026-03-05T16:00:00.000Z',
};
/** What an execution does; one that is hindered does nothing. */
const effectOf = (execution: Execution | Hindrance): Pick<Execution, 'facts' | 'events'> =>
  isHindrance(execution) ? { facts: {}, events: [] } : execution;
/** That one word makes another account of this one; it has its own cases below. */
const isNoChild = (wanted: unknown) => wanted !== 'child';
const value = (name: string) => valueOf(fields[name]?.schema as never);

describe.each(never)('%s', (name) => {
  it('is neither corrected nor deleted by a form, whatever is asked', () => {
    fc.assert(
      fc.property(value(name), (wanted) => {
        expect(executionOf('correct', { field: name, value: wanted }, situation)).toBe('notExecutable');
        expect(executionOf('delete', { field: name }, situation)).toBe('notExecutable');
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(correctable)('[P48] %s', (name) => {
  it('is corrected to any value that its schema takes', () => {
    fc.assert(
      fc.property(value(name).filter(isNoChild), (wanted) => {
        expect(executionOf('correct', { field: name, value: wanted }, situation)).toEqual({
          facts: { [name]: wanted },
          events: [{ type: 'account.corrected', body: { field: name, cleared: false } }],
        });
      }),
    );
  });

  it('is not corrected to a value that its schema refuses, and no value enters the ledger', () => {
    fc.assert(
      fc.property(fc.jsonValue().filter(isNoChild), (wanted) => {
        const execution = executionOf('correct', { field: name, value: wanted }, situation);
        const isRefused = !fields[name]?.schema.safeParse(wanted).success;
        expect(execution === 'notExecutable').toBe(isRefused);
        expect(effectOf(execution).events.map(({ body }) => body)).toEqual(
          isRefused ? [] : [{ field: name, cleared: false }],
        );
      }),
    );
  });

  it('is deleted only where the account can be without it', () => {
    const execution = executionOf('delete', { field: name }, situation);
    const cleared = {
      facts: { [name]: null },
      events: [{ type: 'account.corrected', body: { field: name, cleared: true } }],
    };
    expect(execution).toEqual(fields[name]?.optional ? cleared : 'notExecutable');
  });
});

describe('[P50] a deletion', () => {
  const deletion = (details: unknown, items?: string) =>
    executionOf('delete', details, { ...situation, items });
  const cleared = (...names: string[]) => ({
    facts: Object.fromEntries(names.map((name) => [name, null])),
    events: names.map((field) => ({ type: 'account.corrected', body: { field, cleared: true } })),
  });

  it('takes everything that was named, each once, however the list is written', () => {
    for (const list of ['nickname,address', 'nickname，address', 'nickname、address、nickname'])
      expect(deletion({ fields: list })).toEqual(cleared('nickname', 'address'));
  });

  it('takes what staff name where the person wrote in words', () => {
    expect(deletion('我的地址不要了', 'address')).toEqual(cleared('address'));
    expect(deletion({ fields: 'nickname', words: '还有地址' }, 'address、nickname')).toEqual(
      cleared('address', 'nickname'),
    );
  });

  it('[P62] in part alone takes less than was named, for a consent gives no reason and has no appeal', () => {
    const named = { fields: 'nickname,address' };
    expect(deletion(named, 'address')).toEqual({ misnamed: 'missing', items: ['nickname'] });
    expect(deletion({ fields: 'account' }, 'nickname')).toEqual({ misnamed: 'missing', items: ['account'] });
    expect(executionOf('delete', named, { ...situation, items: 'address', isInPart: true })).toEqual(
      cleared('address'),
    );
  });

  it.each(['地址不要了', { words: '地址' }, { fields: 'nickname', words: '还有地址' }, {}])(
    'of %j waits for staff to choose, for no machine reads words',
    (details) => {
      expect(deletion(details)).toBe('itemsToChoose');
    },
  );

  it('of the whole account needs no choosing, whatever was written beside it', () => {
    expect(deletion({ fields: 'account', words: '都不要了' })).toMatchObject({ facts: { status: 'frozen' } });
  });

  it.each(['phone', 'age', 'openid', 'toString', 'nickname,phone', 'nickname,nobody', 'account,nickname'])(
    'of %s does nothing at all',
    (names) => {
      expect(deletion({ fields: names })).toBe('notExecutable');
      expect(deletion({}, names)).toHaveProperty('misnamed');
    },
  );

  it('[P35] of the whole account freezes it, with the same days to think again', () => {
    const { eraseAfter } = situation;
    expect(deletion({ fields: 'account' })).toEqual({
      facts: { status: 'frozen', eraseAfter },
      events: [{ type: 'account.frozen', body: { eraseAfter, reason: null } }],
    });
  });
});

describe('[P65] a child whose age is corrected', () => {
  const correction = (age: Situation['age'], value: string) =>
    executionOf('correct', { field: 'age', value }, { ...situation, age });
  const eventOf = (field: string, cleared: boolean) => ({
    type: 'account.corrected',
    body: { field, cleared },
  });

  it.each(['teen', 'adult'])('to %s has no guardian any more, and the events say so', (value) => {
    expect(correction('child', value)).toEqual({
      facts: { age: value, guardian: null, relationship: null },
      events: [eventOf('age', false), eventOf('guardian', true), eventOf('relationship', true)],
    });
  });

  it('keeps the guardian where it stays a child', () => {
    expect(correction('child', 'child')).toMatchObject({ facts: { age: 'child' } });
  });

  it.each(['teen', 'adult'] as const)('of a %s never becomes one', (age) => {
    expect(correction(age, 'child')).toBe('childDeclared');
  });

  it('is told apart from a teen who grows up', () => {
    expect(correction('teen', 'adult')).toEqual({
      facts: { age: 'adult' },
      events: [eventOf('age', false)],
    });
  });
});

describe('[P53] withdrawing', () => {
  it.each(consentPurposes)(
    '%s turns it off, proves it at the next place, and touches no other',
    (purpose) => {
      const granted = { granted: true, at: situation.at, policyVersion: '1', seq: 2 };
      const grants = Object.fromEntries(consentPurposes.map((each) => [each, granted]));
      const { facts, events } = effectOf(executionOf('withdraw', { purpose }, { ...situation, grants }));
      expect(facts.grants).toEqual({
        ...grants,
        [purpose]: { granted: false, at: situation.at, policyVersion: '1', seq: 5 },
      });
      expect(events).toEqual([
        {
          type: 'consent.withdrawn',
          body: {
            purpose,
            name: purposeLabel(purpose),
            withdraws: 2,
            policyVersion: '1',
            policyDigest: situation.policyDigest,
          },
        },
      ]);
    },
  );

  it('what was never given, or is off already, takes nothing back', () => {
    const off = { granted: false, at: situation.at, policyVersion: '1', seq: 2 };
    for (const grants of [{}, { locate: off }]) {
      const { events } = effectOf(executionOf('withdraw', { purpose: 'locate' }, { ...situation, grants }));
      expect(events).toMatchObject([{ type: 'consent.withdrawn', body: { purpose: 'locate' } }]);
      expect(events[0]?.body).not.toHaveProperty('withdraws');
    }
  });

  it('what is no consent changes nothing', () => {
    for (const purpose of ['registration', 'safety', 'toString', '__proto__', '', 3, null]) {
      expect(executionOf('withdraw', { purpose }, situation)).toBe('notExecutable');
    }
  });
});

it('a request whose words make no sense never throws and never changes the account', () => {
  const tricky = fc.record(
    {
      field: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', ''), fc.anything()),
      value: fc.anything(),
      purpose: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...keysOf(requestKinds)),
      fc.oneof(fc.anything(), tricky),
      (kind, details) => {
        const changed = Object.keys(effectOf(executionOf(kind, details, situation)).facts);
        expect(changed.filter((name) => !correctable.includes(name) && name !== 'grants')).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

it('what is an answer and no change carries out nothing', () => {
  const changing = ['correct', 'delete', 'withdraw'];
  for (const kind of keysOf(requestKinds).filter((each) => !changing.includes(each))) {
    expect(
      executionOf(kind, { field: 'address', value: '新路2号', purpose: 'analytics' }, situation),
    ).toEqual({
      facts: {},
      events: [],
    });
  }
});
