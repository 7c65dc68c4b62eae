import type { ActualFunction, Index } from './actual';
import type { DesiredFunction, FunctionRule, Release } from './desired';
import type { NewIndex } from './difference';

/** A version of a function's code that was published. */
export interface Version {
  version: string;
  release: Release;
}

/** What the plan asks of CloudBase; each write may be sent again. Rejects with `Refusal`. */
export interface Management {
  /** Where the environment is; asks once. */
  region: () => Promise<string>;
  collections: () => Promise<{ name: string; rows: number }[]>;
  indexes: (collection: string) => Promise<Index[]>;
  /** CloudBase's word for who may touch each. */
  permissions: (collections: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Every function with its status. */
  functions: () => Promise<ReadonlyMap<string, string>>;
  function: (name: string) => Promise<ActualFunction>;
  functionRule: () => Promise<FunctionRule | undefined>;
  storageAcl: () => Promise<string>;
  createCollection: (name: string) => Promise<void>;
  closeCollection: (name: string) => Promise<void>;
  createIndexes: (indexes: readonly NewIndex[]) => Promise<void>;
  closeStorage: () => Promise<void>;
  /** Unfinished until its configuration is written. */
  createFunction: (wanted: DesiredFunction) => Promise<void>;
  updateCode: (name: string, zip: string) => Promise<void>;
  /** Writes the configuration and the release, and publishes both as a version. */
  updateConfig: (wanted: DesiredFunction, release: Release) => Promise<void>;
  /** Writes the release alone, as after going back to an older one. */
  restate: (name: string, release: Release) => Promise<void>;
  setTriggers: (wanted: DesiredFunction, stale: readonly string[]) => Promise<void>;
  setRule: (rule: FunctionRule) => Promise<void>;
  /** The published versions that are ours, newest first. */
  versions: (name: string) => Promise<Version[]>;
  /** Where the zip of a version can be fetched for a while, and its SHA-256. */
  codeAt: (name: string, version: string) => Promise<{ url: string; sha256: string }>;
  /** What a function answers to an event that no client sends, as text. */
  invoke: (name: string, event: object) => Promise<string>;
}
