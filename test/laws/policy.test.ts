import { isDeepStrictEqual } from 'node:util';
import { newestVersion } from '../../cloudfunctions/domain/policy/archive';
import { changeBetween } from '../../cloudfunctions/domain/policy/change';
import { presentChange } from '../../cloudfunctions/domain/policy/present';
import { practicesOf } from '../../cloudfunctions/domain/policy/practices';
import { needsAgreement } from '../../cloudfunctions/domain/policy/terms';
import { recipients } from '../../src/contracts/data-map/recipients';
import { consentPurposes } from '../../src/contracts/data-map/vocabulary';

const { document } = newestVersion;
const done = practicesOf(undefined, newestVersion.practices.declared);

/** What to do when the code got ahead of the policy; the command's own comment says which of the two is right. */
const wayOut = `
The newest version of the policy (${document.version}) does not say what the code does.
While it is in force nowhere:  npx tsx config/generate/policy.ts --renew
Once it is in force anywhere:  write cloudfunctions/domain/policy/versions/next.md and publish it as the next version;
                               npx tsx config/generate/policy.ts --draft says what it would change.
See config/generate/policy.ts. What differs:
`;
const differing = (facts: readonly string[]) => (facts.length === 0 ? '' : wayOut + facts.join('\n'));

describe('what the code does is what the newest published version says', () => {
  const change = changeBetween(newestVersion, { document, practices: done });

  it('[P68] nothing is done that people would have to agree to and were never asked', () => {
    expect(differing(presentChange(change, 'in-force').asks)).toBe('');
    expect(change.mustAgree).toBe(false);
  });

  it('[P69] nothing is done that people would have to be told of and were not', () => {
    expect(differing(presentChange(change, 'in-force').kinds.flatMap(({ facts }) => facts))).toBe('');
  });

  it('[P70] its snapshot is what the tables say today, to the last word', () => {
    const parts = Object.keys(done) as (keyof typeof done)[];
    expect(
      differing(parts.filter((part) => !isDeepStrictEqual(newestVersion.practices[part], done[part]))),
    ).toBe('');
  });

  it('[P68] whoever agreed to it can choose everything there is to choose, once it is in force', () => {
    const agreed = { policyVersion: document.version, policyDigest: document.digest };
    const day = new Date(`${document.effectiveOn}T00:00:00+08:00`);
    const wanted = [
      ...consentPurposes.map((purpose) => ({ purpose })),
      ...Object.keys(recipients).map((recipient) => ({ recipient })),
    ];
    expect(wanted.filter((each) => needsAgreement(agreed, day, each))).toEqual([]);
  });
});
