import { accounts } from '../collections/accounts';

type Name = keyof typeof accounts.fields;

const isDeletable = (name: Name): boolean =>
  'optional' in accounts.fields[name] && accounts.fields[name].correct !== 'never';

/** What of an account can be deleted by itself, by code and Chinese name; the rest goes with the account. */
export const deletable: readonly { name: Name; label: string }[] = (Object.keys(accounts.fields) as Name[])
  .filter(isDeletable)
  .map((name) => ({ name, label: accounts.fields[name].label }));
