import { isOpenPurpose } from '../../../src/contracts/data-map/derive/open-purposes';
import { consentPurposes } from '../../../src/contracts/data-map/vocabulary';

it('[P08] a purpose is open where something is collected for it, and only there', () => {
  expect(consentPurposes.filter(isOpenPurpose)).toEqual(['analytics']);
  for (const purpose of ['registration', 'profile', 'city', 'safety', 'rights'] as const)
    expect(isOpenPurpose(purpose)).toBe(true);
});
