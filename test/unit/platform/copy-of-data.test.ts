import { strFromU8, unzipSync } from 'fflate';
import { exportCopy } from '../../../cloudfunctions/copy/export';
import { copyOfData } from '../../../cloudfunctions/platform/copy-of-data';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { requestWorld } from '../../make/request-world';

setTestKeys();
const logged: unknown[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (...line: unknown[]) => void logged.push(line),
}));

interface Copied {
  collections: { name: string; rows: { field: string; value: string | null }[][] }[];
}

/** A person with two questions, whose copy is taken after somebody altered some values. */
async function copied(...altered: (readonly [collection: string, column: string])[]) {
  logged.length = 0;
  const world = await requestWorld();
  await world.submit('question', '第一个问题');
  await world.submit('question', '第二个问题');
  for (const [collection, column] of altered) {
    const [row] = world.rows(collection);
    if (row) world.put(collection, { ...row, [column]: `${String(row[column]).slice(0, -3)}AAA` });
  }
  const [account] = world.rows('accounts');
  const copy = await copyOfData(world.store, await openedMember(account as never), world.now());
  if (!copy.ok) throw new Error(copy.error.code);
  const files = unzipSync(Buffer.from(copy.data.base64, 'base64'));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const { collections } = JSON.parse(text('data.json')) as Copied;
  const valuesOf = (name: string, field: string) =>
    collections
      .find((each) => each.name === name)
      ?.rows.map((row) => row.find((each) => each.field === field)?.value);
  return { text, valuesOf };
}

describe('[P47] a copy of somebody whose values were altered', () => {
  it('says in the place of each that it cannot be read, and holds all others', async () => {
    const { text, valuesOf } = await copied(['requests', 'details'], ['ledger', 'content']);
    // Both came at one instant, so that neither is the first.
    expect(new Set(valuesOf('requests', 'details'))).toEqual(new Set([exportCopy.damaged, '第二个问题']));
    expect(valuesOf('ledger', 'content')?.filter((value) => value === exportCopy.damaged)).toHaveLength(1);
    for (const file of ['index.html', 'requests.csv', 'ledger.csv'])
      expect(text(file)).toContain('这一项存坏了');
    expect(logged).toEqual([['error', { fault: 'rows of a copy do not open', left: 2 }]]);
  });

  it('says nothing of the kind of somebody whose values are whole', async () => {
    const { text, valuesOf } = await copied();
    expect(new Set(valuesOf('requests', 'details'))).toEqual(new Set(['第一个问题', '第二个问题']));
    expect(text('index.html')).not.toContain('存坏了');
    expect(logged).toEqual([]);
  });
});
