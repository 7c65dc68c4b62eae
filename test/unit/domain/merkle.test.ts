import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { merkleTree } from '../../../cloudfunctions/domain/merkle';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962, section 2.1, word for word: split at the largest power of two below n. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0] as Buffer);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

const grown = (leaves: readonly string[]) => {
  const tree = merkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree;
};
const digests = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 });
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

it('grows to the same root as the tree that the RFC defines', () => {
  fc.assert(
    fc.property(digests, (leaves) => {
      const tree = grown(leaves.map(hex));
      expect(tree.size()).toBe(leaves.length);
      expect(tree.root()).toBe(naiveRoot(leaves.map((leaf) => Buffer.from(leaf))).toString('hex'));
    }),
  );
});

it('knows the roots that are published for the RFC', () => {
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  expect(grown([]).root()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(grown(leaves.slice(0, 1)).root()).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
  expect(grown(leaves).root()).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

it('answers a root at any time and goes on growing', () => {
  const tree = grown(['ab']);
  tree.root();
  tree.append('cd');
  expect(tree.root()).toBe(grown(['ab', 'cd']).root());
});

it('tells a changed, a lost and a swapped leaf', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
        minLength: 2,
        maxLength: 40,
        selector: hex,
      }),
      (leaves) => {
        const all = leaves.map(hex);
        const root = grown(all).root();
        expect(grown(all.slice(1)).root()).not.toBe(root);
        expect(grown(['5e'.repeat(32), ...all.slice(1)]).root()).not.toBe(root);
        expect(grown([...all].reverse()).root()).not.toBe(root);
      },
    ),
  );
});
