import { moderationOf } from '../../../cloudfunctions/domain/community/moderation';
import { keysOf, requestKinds, requestStates } from '../../../src/contracts/request-vocabulary';

const all = keysOf(requestKinds).flatMap((kind) =>
  keysOf(requestStates).flatMap((state) => [true, false].map((isApproved) => ({ kind, state, isApproved }))),
);

it('touches content by a complaint that staff agree to, and by a look that is answered or taken back', () => {
  const touching = all.filter(({ kind, isApproved, state }) => moderationOf(kind, isApproved, state));
  expect(new Set(touching.map(({ kind }) => kind))).toEqual(new Set(['complaint', 'publication']));
  expect(touching.filter(({ kind }) => kind === 'complaint').every(({ isApproved }) => isApproved)).toBe(
    true,
  );
  const kept = touching.filter(({ kind, isApproved }) => kind === 'publication' && !isApproved);
  expect(kept.map(({ state }) => state).sort()).toEqual(['cancelled', 'refused']);
});

it('lets nothing out but by staff’s consent to these very words, and tells whoever did not ask', () => {
  for (const { kind, isApproved, state } of all) {
    const moderation = moderationOf(kind, isApproved, state);
    if (moderation?.to === 'published')
      expect([kind, isApproved, moderation.isOfTheseWords]).toEqual(['publication', true, true]);
    if (moderation) expect(moderation.isTold).toBe(kind === 'complaint');
  }
});
