import { randomUUID } from 'node:crypto';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import type { Collection } from '../../src/contracts/data-map/grammar';
import { orderedPages } from '../../cloudfunctions/platform/ordered-pages';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import type { Store } from '../../cloudfunctions/platform/store';
import { command, CannotOperate, exit } from './connect';
import { vaultCopy } from './copy-vault';
import { checkPrivateKey, createVaultKeys, openVaulted, WrongKey } from './vault-key';

type Stored = Record<string, unknown> & { _id: string };

/** A row of the vault in clear, its fields by label. */
export interface OpenedRow {
  collection: string;
  id: string;
  facts: Readonly<Record<string, string>>;
}

const vaultedFields = ({ fields }: Collection) =>
  Object.entries(fields).filter(([, { store }]) => store === 'vault');

async function openRow(collection: Collection, row: Stored, privateKey: string): Promise<OpenedRow> {
  const facts: Record<string, string> = {};
  for (const [name, { label, store }] of Object.entries(collection.fields)) {
    const value = row[name];
    if (typeof value !== 'string') continue;
    const place = { collection: collection.name, id: row._id, field: name };
    facts[label] = store === 'vault' ? String(await openVaulted(place, value, privateKey)) : value;
  }
  return { collection: collection.label, id: row._id, facts };
}

/** Everything the vault holds of one subject, oldest first; rejects when the private key is not the vault's. */
export async function openVault(store: Store, subject: string, privateKey: string): Promise<OpenedRow[]> {
  const opened: OpenedRow[] = [];
  for (const collection of Object.values(dataMap) as Collection[]) {
    if (vaultedFields(collection).length === 0 || collection.link.by !== 'field') continue;
    const pages = orderedPages(store, {
      collection: collection.name as CollectionName,
      where: { [collection.link.field]: subject },
      by: [(collection.times?.collected ?? '_id') as '_id', '_id'],
      only: ['_id', ...Object.keys(collection.fields)] as ['_id'],
    });
    for await (const page of pages)
      for (const row of page) opened.push(await openRow(collection, row, privateKey));
  }
  return opened;
}

/** Opening leaves proof of who looked and why, written before anything is shown. */
async function audit(store: Store, subject: string, by: string, reference: string): Promise<void> {
  const at = new Date().toISOString();
  const facts = { requestId: reference, reviewer: by, action: 'vault-opened', outcome: subject, at } as const;
  await store.add('audits', [sealRow(dataMap.audits, randomUUID(), facts)]);
}

const options = { id: { type: 'string' }, by: { type: 'string' }, reference: { type: 'string' } } as const;

if (require.main === module) {
  void command(
    { usage: vaultCopy.usage, options, words: [{ is: ['keys', 'open'] }] },
    async ({ store }, { positionals: [what], need }) => {
      if (what === 'keys') {
        const { publicKey, privateKey } = createVaultKeys();
        console.log(`VAULT_PUBLIC_KEY=${publicKey}\nVAULT_PRIVATE_KEY=${privateKey}\n${vaultCopy.keepApart}`);
        return exit.good;
      }
      const [id, by, reference] = [need('id'), need('by'), need('reference')];
      const privateKey = process.env['VAULT_PRIVATE_KEY'];
      if (!privateKey) throw new CannotOperate(vaultCopy.noKey);
      const rows = await checkPrivateKey(privateKey)
        .then(() => openVault(store, id, privateKey))
        .catch((error: unknown) => {
          throw error instanceof WrongKey ? new CannotOperate(vaultCopy.wrongKey) : error;
        });
      if (rows.length === 0) throw new CannotOperate(vaultCopy.nothing);
      await audit(store, id, by, reference);
      for (const { collection, facts } of rows) {
        console.log(
          `${collection}：${Object.entries(facts)
            .map(([label, value]) => `${label} ${value}`)
            .join('，')}`,
        );
      }
      console.log(vaultCopy.count(rows.length));
      return exit.good;
    },
  );
}
