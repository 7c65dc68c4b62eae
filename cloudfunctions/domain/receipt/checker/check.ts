import { checkerCopy } from '../../../copy/receipt';
import { isObject, saidBy } from '../said';

// Everything here runs in a person's browser or under plain node, without a network, a library or us.

const { checks } = checkerCopy;

/** What is known besides the receipt. */
export interface Given {
  /** Versions of the policy, each as `policy.read` answers it; a receipt is held against the one that it cites. */
  policies?: readonly unknown[];
  /** The platform's public key: 32 bytes in base64url, or PEM. */
  publicKey?: string;
}

/** What came out, all of it in words a person reads. */
export interface Verdict {
  good: boolean;
  /** Names of members that are not as they were signed. */
  wrong: string[];
  checked: string[];
  unchecked: string[];
  /** The fingerprint of the key that signed, as the policy page shows the platform's; where no key was given. */
  signer?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** RFC 8785 for everything a receipt can hold. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sha256 = (value: unknown): Promise<string> => digestOf(bytesOf(canonical(value)));

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

/** A key as 32 bytes in base64url; a PEM's DER ends with them. */
function rawKey(key: string): string {
  const text = key.replace(/-----[^-]*-----|\s|=+$/g, '');
  if (text.length <= 43) return text;
  const bytes = fromBase64url(text).slice(-32);
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const DER = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/** SHA-256 of a key's DER form, in hex; undefined where it is no key. */
async function fingerprintOf(publicKey: string): Promise<string | undefined> {
  try {
    return await digestOf(Uint8Array.from([...DER, ...fromBase64url(publicKey)]));
  } catch {
    return undefined;
  }
}

/** Whether the signature holds; undefined where this machine cannot tell. */
async function isSigned(
  statement: unknown,
  signature: string,
  publicKey: string,
): Promise<boolean | undefined> {
  const bytes = bytesOf(canonical(statement));
  let key: CryptoKey;
  try {
    const raw = fromBase64url(publicKey);
    if (raw.length !== 32) return false;
    key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? undefined : false;
  }
  try {
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, fromBase64url(signature), bytes);
  } catch {
    return false;
  }
}

const expected = [
  ...['id', 'subject', 'seq', 'type', 'at', 'purpose', 'policyVersion', 'policyDigest', 'body'],
  ...['salt', 'digest', 'sealed', 'previous', 'commitment', 'record', 'seal'],
];

/**
 * Whether a value has anything of a receipt; what has nothing of it is another file, not a receipt that was changed.
 */
export const isReceipt = (value: unknown): boolean =>
  isObject(value) && ['record', 'seal', 'commitment'].some((name) => name in value);

/** Every member under the name by which it is signed. */
const named = ({ seal: _, record, ...flat }: Json): Map<string, unknown> =>
  new Map([
    ...Object.entries(flat),
    ...Object.entries(isObject(record) ? record : {}).map(([name, value]): [string, unknown] => [
      `record.${name}`,
      value,
    ]),
  ]);

/** Members that are missing or too many, or whose digest is not the one that was signed. */
async function unlikeSigned(receipt: Json, members: Json): Promise<string[]> {
  const wrong: string[] = [];
  const present = named(receipt);
  for (const [name, value] of present) {
    if (!(name in members)) wrong.push(checkerCopy.extra(name));
    else if ((await sha256(value)) !== members[name]) wrong.push(name);
  }
  for (const name of Object.keys(members)) if (!present.has(name)) wrong.push(checkerCopy.missing(name));
  return wrong;
}

/** Whether what is said twice is said alike. */
function disagreeing(receipt: Json): string[] {
  const { id, record, body, subject, seq, at, type, policyVersion, policyDigest, purpose } = receipt;
  const inRecord = (name: string) => (isObject(record) && isObject(record[name]) ? record[name] : {});
  const said = isObject(body) ? body : {};
  const agreed = isObject(said.agreed) ? said.agreed : undefined;
  const controller = inRecord('dpv:hasDataController')['schema:legalName'];
  const status = inRecord('dpv:hasConsentStatus');
  const given = String(type).endsWith('.granted') ? 'dpv:ConsentGiven' : 'dpv:ConsentWithdrawn';
  const pairs: [string, unknown, unknown][] = [
    [
      'record.dct:identifier',
      isObject(record) && record['dct:identifier'],
      `${String(subject)}.${String(seq)}`,
    ],
    ['record.dpv:hasDataSubject', inRecord('dpv:hasDataSubject')['dct:identifier'], subject],
    ['record.dpv:hasConsentStatus', status['@type'], given],
    ['record.dpv:hasConsentStatus', status['dpv:isIndicatedAtTime'], at],
    ['record.dpv:hasNotice', inRecord('dpv:hasNotice')['dct:identifier'], `sha256:${String(policyDigest)}`],
    ['record.dpv:hasNotice', inRecord('dpv:hasNotice')['dct:hasVersion'], policyVersion],
    ['record.dpv:hasDataController', controller, agreed ? agreed.controller : controller],
    [
      'record.dct:references',
      isObject(record) ? record['dct:references'] : undefined,
      said.withdraws === undefined ? undefined : `${String(subject)}.${canonical(said.withdraws)}`,
    ],
    // What was chosen, word by word: a record says what the ledger sealed, no more and no less.
    ...Object.entries(saidBy(said)).map(([name, chosen]): [string, unknown, unknown] => [
      `record.${name}`,
      canonical(isObject(record) ? record[name] : undefined),
      canonical(chosen),
    ]),
    ['id', id, String(seq)],
    ['body', said.purpose ?? said.recipient, purpose],
    ['body', said.policyVersion, policyVersion],
    ['body', said.policyDigest, policyDigest],
  ];
  return pairs.filter(([, one, other]) => one !== other).map(([name]) => name);
}

/** The members that a policy's digest covers: all but where it stands and the digest itself. */
const policyContent = ({ digest: _, state: __, ...content }: Json): Json => content;

/** Whether what was given as the cited version is its very text; undefined where nothing was given as that version. */
async function isCitedAmong(policies: readonly unknown[], { policyVersion, policyDigest }: Json) {
  const cited = policies.filter(isObject).filter(({ version }) => version === policyVersion);
  if (cited.length === 0) return undefined;
  const digests = await Promise.all(cited.map((policy) => sha256(policyContent(policy))));
  return digests.includes(String(policyDigest));
}

/** Whether a consent was given whose words the row does not hold. */
const isUnwritten = ({ type, body }: Json): boolean =>
  String(type).endsWith('.granted') && !(isObject(body) && isObject(body.agreed));

/** Checks one receipt with nothing but itself and what is given; never throws on bad content. */
export async function checkReceipt(receipt: unknown, given: Given = {}): Promise<Verdict> {
  const wrong = new Set<string>();
  const checked: string[] = [];
  const unchecked: string[] = [];
  const look = (check: keyof typeof checks, faults: readonly string[]) => {
    checked.push(checks[check]);
    for (const fault of faults) wrong.add(fault);
  };
  const verdict = (): Verdict => ({ good: wrong.size === 0, wrong: [...wrong], checked, unchecked });

  const all = isObject(receipt) ? receipt : {};
  const missing = expected.filter((name) => !(name in all));
  look('shape', missing.map(checkerCopy.missing));
  const seal = isObject(all.seal) ? all.seal : {};
  const members = isObject(seal.members) ? seal.members : {};
  const [signature, publicKey] = [String(seal.signature), String(seal.publicKey)];
  if (missing.length > 0) return verdict();

  look('members', await unlikeSigned(all, members));
  const signed = await isSigned({ type: 'consent-receipt', members }, signature, publicKey);
  if (signed === undefined) unchecked.push(checkerCopy.noSignatures);
  else look('signature', signed ? [] : [checks.signature]);
  const { salt, body, subject, seq, type, at, previous, digest, sealed } = all;
  look('digest', (await sha256({ salt, body })) === digest ? [] : ['digest']);
  const place = [subject, seq, type, at, previous, digest, sealed];
  look('commitment', (await sha256(place)) === all.commitment ? [] : ['commitment']);
  look('agreement', disagreeing(all));
  if (isUnwritten(all)) unchecked.push(checkerCopy.unwritten);
  const { policies = [] } = given;
  const isCited = await isCitedAmong(policies, all);
  if (isCited !== undefined) look('policy', isCited ? [] : [checks.policy]);
  else if (policies.length === 0) unchecked.push(checkerCopy.noPolicy);
  else unchecked.push(checkerCopy.noPolicyOf(String(all.policyVersion)));
  if (given.publicKey !== undefined) {
    look('publicKey', rawKey(given.publicKey) === publicKey ? [] : [checks.publicKey]);
    return verdict();
  }
  unchecked.push(checkerCopy.noKey);
  const signer = await fingerprintOf(publicKey);
  return { ...verdict(), ...(signer !== undefined && { signer }) };
}

/** The verdict in a few words: unaltered says little while it is not known who signed. */
export function headlineOf({ good, signer }: Verdict): string {
  if (!good) return checkerCopy.bad;
  return signer === undefined ? checkerCopy.good : checkerCopy.goodBySomeone;
}

/** The receipts in a text: one, or a list of them as in `receipts.json`; policies are read the same way. */
export function receiptsIn(text: string): unknown[] | undefined {
  try {
    const read = JSON.parse(text) as unknown;
    if (Array.isArray(read)) return read as unknown[];
    if (isObject(read) && Array.isArray(read.receipts)) return read.receipts as unknown[];
    return isObject(read) ? [read] : undefined;
  } catch {
    return undefined;
  }
}

/** An instant as people in Beijing read it; what is none stays as it stands, since nothing is checked here. */
function momentIn(at: unknown): string {
  const instant = new Date(String(at));
  if (Number.isNaN(instant.getTime())) return String(at);
  return checkerCopy.beijing(
    instant.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }),
  );
}

/** Which receipt a verdict is about, as a person recognises it. */
export function titleOf(receipt: unknown): string {
  if (!isObject(receipt)) return '?';
  const { record } = receipt;
  const purpose = isObject(record) ? record['dpv:hasPurpose'] : undefined;
  const title = isObject(purpose) ? purpose['dct:title'] : undefined;
  const at = receipt.at === undefined ? undefined : momentIn(receipt.at);
  const known = [receipt.id, title ?? receipt.purpose, at].filter((each) => each !== undefined);
  return known.length === 0 ? '?' : known.map(String).join(' · ');
}
