import { attached, isAttachable } from '../../../cloudfunctions/domain/requests/attached';
import { keysOf, requestStates } from '../../../src/contracts/request-vocabulary';

const now = new Date('2026-03-02T02:00:00.000Z');

it('a picture more or less is a new version, which the list for staff has yet to show', () => {
  const staleSince = now.toISOString();
  expect(attached({ version: 3 }, 1, now)).toEqual({ attachments: 1, version: 4, staleSince });
  expect(attached({ version: 4, attachments: 3 }, -1, now)).toEqual({
    attachments: 2,
    version: 5,
    staleSince,
  });
});

it('pictures come and go while an answer may still take them into account, and never once it has ended', () => {
  const states = keysOf(requestStates);
  expect(states.filter((state) => isAttachable({ state, kind: 'access' }))).toEqual([
    'verified',
    'in_review',
    'quoted',
    'appealed',
  ]);
  expect(
    states.filter((state) => isAttachable({ state, kind: 'access' }) && !requestStates[state].open),
  ).toEqual([]);
  expect(states.filter((state) => isAttachable({ state, kind: 'publication' }))).toEqual([]);
});
