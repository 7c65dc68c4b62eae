import type * as z from 'zod/mini';
import type { Category } from '../../../src/contracts/data-map/vocabulary';
import { fields } from '../arbitrary/facts';
import { operations } from '../contracts/operations';

interface Shaped {
  shape?: Record<string, z.ZodMiniType>;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
}

/** Every member that an answer may have, at any depth. */
function namesIn(schema: z.ZodMiniType): string[] {
  const { shape = {}, innerType, element, valueType, options = [] } = schema._zod.def as unknown as Shaped;
  const inner = [innerType, element, valueType, ...options, ...Object.values(shape)];
  return [...Object.keys(shape), ...inner.flatMap((each) => (each ? namesIn(each) : []))];
}

/** What tells who somebody is or what they said; states, dates and numbers of a case do not. */
const telling: readonly Category[] = ['identity', 'contact', 'profile', 'location', 'service'];
const personal = new Set(
  fields.filter(([, , { category }]) => telling.includes(category)).map(([, name]) => name),
);

/** Members that carry personal facts without bearing a field's name. */
const carriers = ['value', 'values', 'base64', 'body'];

/**
 * The only answers in which anything personal may leave, and what. An operation that is not here carries nothing; each
 * of these answers the person alone (see others.test.ts), or staff, masked, with an audit row, or says what its author
 * published.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'account.session': ['age', 'city'],
  'account.register': ['age', 'city'],
  'account.profile': ['value'],
  // Masked, and to the guardian of that child alone.
  'account.wards': ['nickname'],
  'account.switchCity': ['city'],
  'account.export': ['base64'],
  // What an author wrote to be read by everyone, under the name that the author wrote there.
  'community.comments': ['byline', 'text'],
  'community.feed': ['byline', 'place', 'title'],
  'community.mine': ['byline', 'place', 'title'],
  'community.read': ['byline', 'place', 'prices', 'text', 'title'],
  'community.search': ['byline', 'place', 'title'],
  // The caller's own, and nobody else's.
  'community.survey': ['title'],
  'community.surveys': ['title'],
  'consent.receipt': ['body'],
  // The policy's own words, and ours to the person alone.
  'policy.compare': ['text'],
  'policy.current': ['text'],
  'policy.read': ['text'],
  'request.inbox': ['text', 'title'],
  'request.read': ['alternative', 'appeal', 'details', 'reply'],
  'request.download': ['base64'],
  'request.attachment': ['picture'],
  // What a person published, once WeChat has looked at it.
  'community.picture': ['picture'],
  // The bound phone with its middle hidden.
  'reconcile.queue': ['who'],
  // What a colleague proposes, too, for whoever has to endorse it.
  'reconcile.read': [
    ...['alternative', 'appeal', 'byline', 'details', 'phone', 'prices', 'reply', 'text', 'title'],
  ],
  'reconcile.unmask': ['value'],
  'reconcile.picture': ['picture'],
  'retention.disclose': ['value', 'values'],
};

const carried = operations.flatMap(([name, { output }]) => {
  const members = [...new Set(namesIn(output))].filter(
    (each) => personal.has(each) || carriers.includes(each),
  );
  return members.length > 0 ? [[name, members.sort()] as const] : [];
});

it('[P27] no answer carries a personal field but those on the list, so nothing is public unless somebody decides it', () => {
  expect(Object.fromEntries(carried)).toEqual(allowed);
});

it('knows the fields that tell of a person', () => {
  for (const name of ['phone', 'nickname', 'address', 'wechatId', 'openid', 'city', 'details'])
    expect(personal.has(name)).toBe(true);
});
