import { controller } from '../../src/contracts/controller';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { auditRow } from '../platform/audit';
import { isNot, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import type { Job } from '../platform/job';
import { keyNames } from '../platform/key-names';
import { DESTROYED } from '../platform/keys';
import { keyVault } from '../platform/open-key-vault';
import { takeUpAll } from './returned';

/**
 * Whose account has another key than the one the journal saw destroyed: another environment's file, or a forged one. An
 * account whose key is gone already, or none, has nothing to compare.
 */
async function withOtherKey(
  { store }: Pick<Job, 'store'>,
  journal: ReadonlyMap<string, string>,
): Promise<string[]> {
  const filter = { _id: oneOf([...journal.keys()]), key: isNot(DESTROYED) };
  const accounts = await store.find('accounts', filter, { limit: journal.size, only: ['_id', 'key'] });
  return [...(await keyNames(accounts))]
    .filter(([_id, names]) => !names.includes(journal.get(_id) ?? ''))
    .map(([_id]) => _id);
}

/**
 * After a restore, the operator names who was erased since the backup, from an exported journal; the next run of the
 * timer erases them again, whatever rows of theirs came back. A file is not taken at its word: an account goes only if
 * it has the very key that the journal saw destroyed, and where the vault outlived the restore it has the last word, so
 * that who is not destroyed there is not touched. The audit row comes first, for no transaction holds so many (P40).
 */
export const replay: Handlers<typeof operator>['replay'] = async ({ store, wechat, now, input, once }) => {
  if (input.confirm !== controller.platform) return fail('CONFIRMATION_WRONG');
  const job = { store, wechat, now };
  const journal = new Map(input.erased.map(({ subject, keyFingerprint }) => [subject, keyFingerprint]));
  const asked = [...journal.keys()];
  const destroyed = await keyVault().elsewhere?.destroyedAmong(asked);
  const alive = asked.filter((id) => destroyed !== undefined && !destroyed.has(id));
  const other = (await withOtherKey(job, journal)).filter((id) => !alive.includes(id));
  const subjects = asked.filter((id) => !alive.includes(id) && !other.includes(id));
  const audit = { reference: 'replay', by: input.by, about: String(subjects.length), now };
  await once(() => store.add('audits', [auditRow('replay', audit)]));
  await takeUpAll(job, subjects, journal);
  return ok({ taken: subjects.length, alive: alive.length, other });
};
