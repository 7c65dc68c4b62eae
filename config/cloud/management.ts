import type { Configured, Index } from './actual';
import type { ActualModel } from './data-models';
import type { DesiredFunction, FunctionRule } from './desired';
import type { Release } from './release';
import type { NewIndex } from './steps';

/** A version of a function's code that was published. */
export interface Version {
  version: string;
  release: Release;
}

/** A function as a list names it. */
export interface Listed {
  status: string;
  release: Release | undefined;
}

/** What the plan asks of CloudBase; each write may be sent again. Rejects with `Refusal`. */
export interface Management {
  /** Where the environment is, and which engine decides who may do what; asks once. */
  environment: () => Promise<{ region: string; isRuledByOpa: boolean }>;
  collections: () => Promise<{ name: string; rows: number; indexes: number }[]>;
  indexes: (collection: string) => Promise<Index[]>;
  /** CloudBase's word for who may touch each. */
  permissions: (collections: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  functions: () => Promise<ReadonlyMap<string, Listed>>;
  function: (name: string) => Promise<Configured>;
  functionRule: () => Promise<FunctionRule | 'unreadable' | undefined>;
  /** The data models of these names that are there. */
  models: (names: readonly string[]) => Promise<ReadonlyMap<string, ActualModel>>;
  storageAcl: () => Promise<string>;
  createCollection: (name: string) => Promise<void>;
  closeCollection: (name: string) => Promise<void>;
  createIndexes: (indexes: readonly NewIndex[]) => Promise<void>;
  closeStorage: () => Promise<void>;
  createFunction: (wanted: DesiredFunction, release: Release) => Promise<void>;
  /** Writes what the function says of its code. */
  state: (name: string, release: Release) => Promise<void>;
  updateCode: (name: string, zip: string) => Promise<void>;
  /** With a release it says so as well. */
  updateConfig: (wanted: DesiredFunction, release?: Release) => Promise<void>;
  /** Keeps what the function is now as a version of this release. */
  publish: (name: string, release: Release) => Promise<void>;
  setTriggers: (wanted: DesiredFunction, stale: readonly string[]) => Promise<void>;
  setRule: (rule: FunctionRule) => Promise<void>;
  /** A data model of the collection of this name, which stays as it is; answers its id. */
  createModel: (name: string, schema: object, isEmpty: boolean) => Promise<string>;
  updateModel: (id: string, schema: object) => Promise<void>;
  publishModels: (ids: readonly string[]) => Promise<void>;
  /** The published versions that are ours, newest first. */
  versions: (name: string) => Promise<Version[]>;
  /** Where the code can be fetched for a while, and its SHA-256; the newest unless a version is named. */
  codeAt: (name: string, version?: string) => Promise<{ url: string; sha256: string }>;
  /** What a function answers to an event that no client sends, as text. */
  invoke: (name: string, event: object) => Promise<string>;
}
