import type { TestCloud } from './cloud';
import { dataOf } from './expect-answer';
import { makePerson, type Person } from './person';

/** An adult and a child who registered by the adult's consent; `ward` is the child as the guardian's list names it. */
export async function makeFamily(on: TestCloud): Promise<{ guardian: Person; child: Person; ward: string }> {
  const [guardian, child] = [makePerson(on), makePerson(on)];
  dataOf(await guardian.register());
  const { code } = dataOf(await child.call('account', 'askGuardian'));
  const policyVersion = await guardian.policyVersion();
  const consent = { code, relationship: 'mother', policyVersion, phone: await guardian.proof() };
  dataOf(await guardian.call('account', 'guardChild', consent));
  dataOf(await child.register({ age: 'under14' }));
  const { wards } = dataOf(await guardian.call('account', 'wards')) as { wards: { ward: string }[] };
  return { guardian, child, ward: wards[0]?.ward ?? '' };
}
