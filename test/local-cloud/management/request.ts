import type { ManagedEnvironment } from './state';

/** A refusal by its code in the API. */
export class ApiError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** How this account's API behaves where real ones differ. */
export interface Habits {
  /** Whether `RunCommands` makes indexes: it does, says that it cannot, or says that it did. */
  runsCommands: 'truly' | 'never' | 'in-name';
  /** What it will not do: an action, of whatever bears this name or of all, and what it says then. */
  refuses: { action: string; of?: string; code: string } | undefined;
  /** Whether the answer to a new data model says its id. */
  tellsIds: boolean;
  /** How often a function is asked about before it is ready. */
  busyFor: number;
  /** What a function answers when it is invoked. */
  answer: (name: string, event: string) => Promise<string>;
  /** Where the code of a version can be fetched. */
  codeUrl: (name: string, version: string) => string;
}

export type Params = Readonly<Record<string, unknown>>;

/** One call, in its environment. */
export interface Request {
  id: string;
  environment: ManagedEnvironment;
  params: Params;
  habits: Habits;
}
export type Action = (request: Request) => object | Promise<object>;

/** A parameter that is a text; refuses one that is missing. */
export const text = (params: Params, name: string): string => {
  const value = params[name];
  if (typeof value !== 'string' || value === '') throw new ApiError(`MissingParameter.${name}`);
  return value;
};
