import { isOpenPurpose, staysOnPhone } from '../../../src/contracts/data-map/derive/open-purposes';
import { consentPurposes, purposes, type PurposeId } from '../../../src/contracts/data-map/vocabulary';

it('[P08] a purpose is open where something is collected for it, and only there', () => {
  expect(consentPurposes.filter(isOpenPurpose)).toEqual(['locate', 'location-tag', 'same-city', 'analytics']);
  for (const purpose of ['registration', 'profile', 'city', 'safety', 'rights'] as const)
    expect(isOpenPurpose(purpose)).toBe(true);
});

it('[P10] a purpose stays on the phone where WeChat gives it something and nothing of that is stored', () => {
  expect((Object.keys(purposes) as PurposeId[]).filter(staysOnPhone)).toEqual(['locate']);
});
