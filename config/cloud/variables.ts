/** One environment variable of the functions. */
interface Variable {
  /** From the operator's environment, never from the file, and never shown; otherwise it stands in the file. */
  secret?: true;
  /** Where it is another one, what was written under it is lost, unless the operator means just that. */
  guarded?: true;
}

/**
 * Every variable that a function reads and an operator gives; which function gets which is read off its bundle. Keys of
 * the kind `…_KMS` hold what the key service enciphered, in place of the key itself.
 */
export const variables = {
  MASTER_KEY: { secret: true, guarded: true },
  MASTER_KEY_KMS: { secret: true, guarded: true },
  MASTER_KEY_PREVIOUS: { secret: true, guarded: true },
  MASTER_KEY_PREVIOUS_KMS: { secret: true, guarded: true },
  LOOKUP_KEY: { secret: true, guarded: true },
  SIGNING_KEY: { secret: true, guarded: true },
  // Each address stands with its token.
  RECIPIENTS: { secret: true },
  VAULT_PUBLIC_KEY: { guarded: true },
  KEYS_ENV: { guarded: true },
  KMS_REGION: {},
  KMS_ENDPOINT: {},
  STAFF: {},
  MINORS_STAFF: {},
  SMS_TEMPLATE_ID: {},
  SMS_TEMPLATES: {},
  SUBSCRIBE_TEMPLATE_ID: {},
  COOLING_OFF_DAYS: {},
  FREE_REQUESTS: {},
  PLATFORM_CLOSED: {},
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
type Values = Readonly<Record<string, string>>;

/** Every name, in the order of the table. */
export const variableNames = Object.keys(variables) as VariableName[];

/** Whether it is one of ours; what somebody else gave a function is left as it is. */
export const isVariable = (name: string): name is VariableName => Object.hasOwn(variables, name);

/** Whether its value must not lie in a file nor appear anywhere. */
export const isSecret = (name: VariableName): boolean => 'secret' in variables[name];

/** The name as the code reads it: a key is asked for by its name, however it comes. */
const asRead = (name: VariableName): string => name.replace(/_KMS$/, '');

/** The variables that a bundle reads: each function is given those alone. */
export const variablesOf = (bundle: string): VariableName[] =>
  variableNames.filter((name) => new RegExp(`["'\`]${asRead(name)}["'\`]`).test(bundle));

/** The two places that a master key may have: the one in use, and beside it another that opens what it sealed. */
const places: readonly (readonly VariableName[])[] = [
  ['MASTER_KEY', 'MASTER_KEY_PREVIOUS'],
  ['MASTER_KEY_KMS', 'MASTER_KEY_PREVIOUS_KMS'],
];

/** Whether a key stays, be it in the other of its places. */
const isKept = (name: VariableName, stands: Values, wanted: Values): boolean =>
  places.some((both) => both.includes(name) && both.some((place) => wanted[place] === stands[name]));

/**
 * The variables of a function that stands which a change would lose: one that vanishes, and a guarded one that becomes
 * another. A key that comes anew to a function that never had it loses nothing, but a vault that moves does.
 */
export const lostVariables = (stands: Values, wanted: Values): VariableName[] =>
  variableNames.filter((name) => {
    const [before, after] = [stands[name], wanted[name]];
    if (before === after) return false;
    if (before === undefined) return name === 'KEYS_ENV';
    if (after === undefined) return true;
    return 'guarded' in variables[name] && !isKept(name, stands, wanted);
  });
