import { mayChoose, mayReceive } from '../../cloudfunctions/domain/child';
import { recipientKinds, recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { consentPurposes } from '../../src/contracts/data-map/vocabulary';

const kinds = Object.keys(recipientKinds) as Recipient['kind'][];

it('[P66] a child may be granted no purpose beyond the basics, and what others may stays as it was', () => {
  expect(consentPurposes.filter((purpose) => mayChoose({ age: 'child' }, purpose))).toEqual([]);
  expect(consentPurposes.filter((purpose) => !mayChoose({ age: 'adult' }, purpose))).toEqual([]);
});

it('[P66] a child’s data may go to nobody but those who work for us alone', () => {
  expect(kinds.filter((kind) => mayReceive({ age: 'child' }, { kind }))).toEqual(['processor']);
  for (const recipient of Object.values(recipients))
    expect(mayReceive({ age: 'child' }, recipient)).toBe(recipient.kind === 'processor');
  expect(kinds.filter((kind) => !mayReceive({ age: 'teen' }, { kind }))).toEqual([]);
});
