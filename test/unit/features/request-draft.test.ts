import { askedKinds, deletionGrounds, keysOf } from '@/contracts/request-vocabulary';
import { request } from '@/contracts/request';
import { dataMap } from '@/contracts/data-map';
import { deletable } from '@/features/requests/choices';
import { changed, emptyDraft, OTHER, submissionOf, toggled, type Draft } from '@/features/requests/draft';

/** What a filled form says of it, or why it cannot be sent. */
const detailsOf = (draft: Draft) => {
  const submission = submissionOf(draft);
  return submission.ok ? { ok: true, details: submission.input.details } : submission;
};

const deletion = (more: Partial<Draft>): Draft => ({
  ...emptyDraft(),
  kind: 'delete',
  ground: 'left',
  ...more,
});

test.each(keysOf(deletionGrounds))(
  '[P50] a deletion may rest on the ground %s, which is sent with it',
  (ground) => {
    const submission = submissionOf(deletion({ ground, fields: ['address', 'nickname'] }));
    expect(submission).toMatchObject({
      ok: true,
      input: { kind: 'delete', ground, details: { fields: 'address,nickname' } },
    });
    if (submission.ok) expect(request.submit.input.safeParse(submission.input).success).toBe(true);
  },
);

test('[P50] a deletion without a ground or without an item is not sent', () => {
  expect(submissionOf(deletion({ ground: undefined, fields: ['address'] }))).toEqual({
    ok: false,
    message: '请选择为什么要删除。',
  });
  expect(submissionOf(deletion({}))).toMatchObject({ ok: false });
  expect(submissionOf(deletion({ fields: [OTHER] }))).toMatchObject({ ok: false });
});

test('what can be deleted is what the data map lets go', () => {
  const optional = Object.entries(dataMap.accounts.fields)
    .filter(
      ([, field]) =>
        'optional' in field && field.access !== ('omit' as string) && field.correct !== ('never' as string),
    )
    .map(([name]) => name);
  expect(deletable.map(({ value }) => value)).toEqual(optional);
  expect(optional).toContain('address');
});

test('other information is named in words, alone or beside what was ticked', () => {
  expect(detailsOf(deletion({ fields: [OTHER], words: '备份' }))).toEqual({ ok: true, details: '备份' });
  expect(detailsOf(deletion({ fields: ['address', OTHER], words: '备份' }))).toEqual({
    ok: true,
    details: { fields: 'address', words: '备份' },
  });
});

test('only a deletion carries a ground, however the form was filled before', () => {
  const input = submissionOf(deletion({ kind: 'complaint', words: '太慢' }));
  expect(input).toMatchObject({ ok: true, input: { kind: 'complaint', details: '太慢' } });
  expect(input.ok && 'ground' in input.input).toBe(false);
});

test('a leak is reported without a word', () => {
  expect(submissionOf({ ...emptyDraft(), kind: 'leak' })).toMatchObject({
    ok: true,
    input: { kind: 'leak' },
  });
});

test('a draft is one attempt until something else is written into it', () => {
  const draft = changed(emptyDraft(), { kind: 'complaint', words: '太慢' });
  const sent = [submissionOf(draft), submissionOf(draft)].map((each) => each.ok && each.input.attempt);
  expect(sent[0]).toBe(sent[1]);
  expect(changed(draft, { words: '还是太慢' }).attempt).not.toBe(draft.attempt);
});

test('another kind begins with nothing ticked, and a tick can be taken away', () => {
  expect(changed(deletion({ fields: ['address'] }), { kind: 'copy' }).fields).toEqual([]);
  expect(toggled(['address'], 'nickname')).toEqual(['address', 'nickname']);
  expect(toggled(['address', 'nickname'], 'address')).toEqual(['nickname']);
});

test('every kind can be submitted by a filled form', () => {
  const filled: Partial<Draft> = { ground: 'left', fields: ['address'], words: '请办理' };
  for (const kind of askedKinds) {
    const which = { correct: { which: 'nickname', value: '小明' }, withdraw: { which: 'same-city' } }[
      kind as 'correct'
    ];
    expect(submissionOf({ ...emptyDraft(), ...filled, ...which, kind }).ok).toBe(true);
  }
});

test('a guardian’s form names the child in what it sends, and keeps it when another kind is chosen', () => {
  const draft = changed({ ...emptyDraft(), ward: 'w1' }, { kind: 'complaint', words: '孩子被拍了' });
  expect(submissionOf(draft)).toMatchObject({ ok: true, input: { kind: 'complaint', ward: 'w1' } });
  expect(submissionOf({ ...draft, ward: undefined })).not.toHaveProperty('input.ward');
});
