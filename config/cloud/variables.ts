/** One environment variable of the functions. */
interface Variable {
  /** From the operator's environment, never from the file, and never shown; otherwise it stands in the file. */
  secret?: true;
}

/**
 * Every variable that a function reads and an operator gives; which function gets which is read off its bundle. Keys of
 * the kind `…_KMS` hold what the key service enciphered, in place of the key itself.
 */
export const variables = {
  MASTER_KEY: { secret: true },
  MASTER_KEY_KMS: { secret: true },
  MASTER_KEY_PREVIOUS: { secret: true },
  MASTER_KEY_PREVIOUS_KMS: { secret: true },
  LOOKUP_KEY: { secret: true },
  SIGNING_KEY: { secret: true },
  // Each address stands with its token.
  RECIPIENTS: { secret: true },
  VAULT_PUBLIC_KEY: {},
  KEYS_ENV: {},
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

/** Every name, in the order of the table. */
export const variableNames = Object.keys(variables) as VariableName[];

/** Whether its value must not lie in a file nor appear anywhere. */
export const isSecret = (name: VariableName): boolean => 'secret' in variables[name];

/** The name as the code reads it: a key is asked for by its name, however it comes. */
const asRead = (name: VariableName): string => name.replace(/_KMS$/, '');

/** The variables that a bundle reads: each function is given those alone. */
export const variablesOf = (bundle: string): VariableName[] =>
  variableNames.filter((name) => new RegExp(`["'\`]${asRead(name)}["'\`]`).test(bundle));
