import fc from 'fast-check';
import { mayWrite, stands, type Evidence } from '../../../cloudfunctions/domain/basis';
import { dataMap } from '../../../src/contracts/data-map';
import { exceptions } from '../../../src/contracts/data-map/exceptions';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { purposes, type PurposeId } from '../../../src/contracts/data-map/vocabulary';

const collections: readonly Collection[] = Object.values(dataMap);
const fields = collections.flatMap((each): Field[] => Object.values(each.fields));
const evidence = fc.option(
  fc.oneof(
    fc.constant<Evidence>({ act: 'subject' }),
    fc
      .constantFrom('', '  ', 'HZ-1')
      .map((consentReference): Evidence => ({ act: 'partner', consentReference })),
    fc
      .constantFrom(...Object.keys(exceptions), 'anything')
      .map((exception): Evidence => ({ act: 'law', exception })),
  ),
  { nil: undefined },
);
const extended = (Object.keys(purposes) as PurposeId[]).filter((name) => purposes[name].kind === 'extended');
const grants = fc.dictionary(fc.constantFrom(...extended), fc.record({ granted: fc.boolean() }));

describe('the gate before every fact', () => {
  it('[P19] lets a field of an extended purpose in only with its grant or a case that the law knows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...extended), evidence, grants, (purpose, given, granted) => {
        const isLawful = given?.act === 'law' && stands(given);
        const isGranted = granted[purpose]?.granted === true;
        const field = { purpose, basis: 'consent' } as const;
        if (!isLawful && !isGranted) expect(mayWrite(field, given, granted)).toBe(false);
        expect(mayWrite(field, { act: 'subject' }, { [purpose]: { granted: true } })).toBe(true);
      }),
    );
  });

  it('[P19] lets nothing that rests on consent in without the person, a reference or a case of the law', () => {
    const consented = fields.filter(({ basis }) => basis === 'consent');
    expect(consented.length).toBeGreaterThan(3);
    for (const field of consented) {
      const refused: (Evidence | undefined)[] = [
        undefined,
        { act: 'partner', consentReference: ' ' },
        { act: 'law', exception: 'statistics' },
        { act: 'law', exception: '__proto__' },
      ];
      for (const given of refused) expect(mayWrite(field, given, {})).toBe(false);
    }
  });

  it('leaves alone what contract or duty rests on, so that the system can do its work', () => {
    for (const field of fields.filter(
      ({ basis, purpose }) => basis !== 'consent' && purposes[purpose].kind === 'basic',
    ))
      expect(mayWrite(field, undefined, {})).toBe(true);
  });
});
