import type { Index } from './actual';
import type { DesiredFunction, FunctionRule } from './desired';
import type { Release } from './release';

/** An index to make, and where. */
export interface NewIndex {
  collection: string;
  index: Index;
}

/** What a function's configuration can differ in; variables by their names alone. */
export type Setting =
  | { of: 'timeout' | 'memory'; was: number; becomes: number }
  | { of: 'variables'; how: 'added' | 'changed' | 'removed'; names: readonly string[] };

/** One thing to do; each may be done twice. */
export type Step =
  | { do: 'create-collection'; name: string }
  | { do: 'close-collection'; name: string; was: string }
  | { do: 'create-indexes'; indexes: readonly NewIndex[] }
  | { do: 'close-storage'; was: string }
  | { do: 'create-function'; wanted: DesiredFunction }
  /** Its code is there, and no version of it was published. */
  | { do: 'finish-function'; wanted: DesiredFunction; release: Release }
  | { do: 'update-code'; wanted: DesiredFunction; before: string; differs: readonly Setting[] }
  /** Its code is not what was published as this release: somebody put other code there. */
  | { do: 'restore-code'; wanted: DesiredFunction; release: Release }
  | { do: 'update-config'; wanted: DesiredFunction; differs: readonly Setting[] }
  | { do: 'set-triggers'; wanted: DesiredFunction; stale: readonly string[] }
  /** `isEmpty` says whether its collection has no row. */
  | { do: 'create-model'; name: string; schema: object; isEmpty: boolean }
  /** `schema` is the whole of it, the cloud's own columns as they stand. */
  | { do: 'update-model'; name: string; id: string; schema: object }
  | { do: 'publish-model'; name: string; id: string }
  /** `rule` is the whole of it, others' parts as they stand. */
  | { do: 'set-rule'; rule: FunctionRule; shut: readonly string[]; opened: readonly string[] };

/** What is nobody's to decide but the operator's: nothing of somebody else's is ever dropped or taken over. */
export type Obstacle =
  | { is: 'other-index'; collection: string; index: string }
  | { is: 'foreign-collection'; name: string; rows: number }
  | { is: 'custom-rule'; of: string }
  | { is: 'unreadable-rule' }
  | { is: 'foreign-function'; name: string }
  | { is: 'foreign-model'; name: string }
  | { is: 'older-data'; name: string; was: number; becomes: number }
  | { is: 'other-runtime'; name: string; was: string; wanted: string }
  | { is: 'broken-function'; name: string; status: string }
  | { is: 'lost-variables'; name: string; variables: readonly string[] };

/** What is being found. */
export interface Found {
  steps: Step[];
  obstacles: Obstacle[];
  extra: string[];
}
