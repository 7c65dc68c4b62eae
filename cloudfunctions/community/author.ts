import { dataMap } from '../../src/contracts/data-map';
import { cityCodeOf } from '../../src/contracts/city';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { mayWrite } from '../domain/basis';
import { beijingDay, addCalendarDays, endOfBeijingDay } from '../domain/calendar/iso-day';
import { namesContact } from '../domain/community/contact';
import { MOST_A_DAY } from '../domain/community/limits';
import { verdictOn } from '../platform/content-check';
import { gt } from '../platform/conditions';
import type { Call } from '../platform/handler';
import { requireMember, type Member } from '../platform/member';
import type { ContentScene } from '../platform/wechat';

/** The caller as somebody who may publish: a child may read alone (P66). */
export async function requireAuthor(call: Pick<Call<unknown>, 'store' | 'openid'>): Promise<Result<Member>> {
  const member = await requireMember(call);
  if (!member.ok) return member;
  return member.data.row.age === 'child' ? fail('CHILD_LIMITED') : member;
}

/** The tag as it is stored: a city of the picker, for which the author's consent stands (P11, P19). */
export function tagOf({ row }: Member, place: string | undefined): Result<string | undefined> {
  if (place === undefined) return ok(undefined);
  const code = cityCodeOf(place);
  if (code === undefined) return fail('CITY_UNKNOWN');
  const isAgreed = mayWrite(dataMap.proposals.fields.place, { act: 'subject' }, row.grants);
  return isAgreed ? ok(code) : fail('CONSENT_NEEDED');
}

/** Whether somebody has published so much today that it can be no person's work. */
export async function hasPublishedOften(
  { store, now }: Call<unknown>,
  { id }: Member,
  what: keyof typeof MOST_A_DAY,
): Promise<boolean> {
  const since = endOfBeijingDay(addCalendarDays(beijingDay(now), -1)).toISOString();
  const many =
    what === 'proposals'
      ? await store.count(what, { subject: id, newest: gt(since) })
      : await store.count(what, { subject: id, at: gt(since) });
  return many >= MOST_A_DAY[what];
}

/**
 * Whether texts may be published, and in which state: what looks like a phone number only once the author was told
 * (P42), what WeChat refuses not at all, what WeChat is not sure of after a person has looked at it.
 */
export async function publishable(
  call: Call<{ understood?: boolean | undefined }>,
  texts: readonly string[],
  scene: ContentScene,
): Promise<Result<'published' | 'reviewing'>> {
  if (call.input.understood !== true && texts.some(namesContact)) return fail('CONTACT_SHOWN');
  const verdict = await verdictOn(call, texts, scene);
  if (verdict === 'risky') return fail('CONTENT_REFUSED');
  return ok(verdict === 'pass' ? 'published' : 'reviewing');
}
