import { vaultKeyFrom } from '../../cloudfunctions/platform/vault';
import { deploymentCopy } from './copy-deployment';

/** The functions' environment variables; one that is empty counts as not there. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** 32 bytes in base64 and nothing else: the functions' own parser passes over what it does not know. */
const isKey = (text: string) => /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text);
const isBase64 = (text: string) =>
  /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
const isVaultKey = async (text: string) =>
  /^[A-Za-z0-9_-]+$/.test(text) &&
  (await vaultKeyFrom(text).then(
    () => true,
    () => false,
  ));

/** How a key may come, by the variable that holds it, and what is said where it holds something else. */
interface Form {
  is: (text: string) => boolean | Promise<boolean>;
  otherwise: (name: string) => string;
}
const raw: Form = { is: isKey, otherwise: deploymentCopy.badKey };
const byKeyService: Form = { is: isBase64, otherwise: deploymentCopy.badCiphertext };
const vaulted: Form = { is: isVaultKey, otherwise: deploymentCopy.badVaultKey };

/** Each key with the variables of which one may hold it. */
const keys: readonly { isNeeded: boolean; forms: Readonly<Record<string, Form>> }[] = [
  { isNeeded: true, forms: { MASTER_KEY: raw, MASTER_KEY_KMS: byKeyService } },
  { isNeeded: false, forms: { MASTER_KEY_PREVIOUS: raw, MASTER_KEY_PREVIOUS_KMS: byKeyService } },
  { isNeeded: true, forms: { LOOKUP_KEY: raw } },
  { isNeeded: true, forms: { SIGNING_KEY: raw } },
  { isNeeded: true, forms: { VAULT_PUBLIC_KEY: vaulted } },
];

async function faultsOfKey(
  { isNeeded, forms }: (typeof keys)[number],
  variables: Variables,
): Promise<string[]> {
  const given = Object.entries(forms).flatMap(([name, form]) => {
    const text = variables[name];
    return text ? [{ name, text, form }] : [];
  });
  const [first, second] = given;
  if (!first) return isNeeded ? [deploymentCopy.noKey(Object.keys(forms))] : [];
  if (second) return [deploymentCopy.twoKeys(Object.keys(forms))];
  return (await first.form.is(first.text)) ? [] : [first.form.otherwise(first.name)];
}

/** What is wrong with the keys of a deployment; the private half of the vault's pair must not be there at all (P36). */
export async function keyFaults(variables: Variables): Promise<string[]> {
  const found = await Promise.all(keys.map((key) => faultsOfKey(key, variables)));
  const raws = ['MASTER_KEY', 'LOOKUP_KEY', 'SIGNING_KEY'].filter((name) => variables[name]);
  const same = raws.filter((name) =>
    raws.some((other) => other !== name && variables[other] === variables[name]),
  );
  return [
    ...found.flat(),
    ...(same.length > 0 ? [deploymentCopy.sameKeys(same)] : []),
    ...(variables['VAULT_PRIVATE_KEY'] ? [deploymentCopy.privateKey] : []),
  ];
}
