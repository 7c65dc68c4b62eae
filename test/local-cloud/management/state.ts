import { createHash } from 'node:crypto';

/** An index as the API tells and takes it. */
export interface StoredIndex {
  Name: string;
  Unique: boolean;
  Keys: { Name: string; Direction: string }[];
}
export interface StoredCollection {
  rows: number;
  permission: string;
  indexes: StoredIndex[];
}
export interface StoredFunction {
  Status: string;
  /** How often it is asked about before it is ready. */
  busyFor: number;
  zip: string;
  settings: Record<string, unknown>;
  triggers: { TriggerName: string; Type: string; TriggerDesc: string; Enable: number }[];
  versions: { Version: string; Description: string; zip: string }[];
}

/** A data model as the API keeps it. */
export interface StoredModel {
  Id: string;
  Name: string;
  Title: string;
  Schema: string;
  /** 1 where it is published. */
  PublishStatus: number;
  PublishedTableName: string;
  DbInstanceType: string;
}

/** An environment as the management API keeps it. */
export interface ManagedEnvironment {
  region: string;
  collections: Map<string, StoredCollection>;
  functions: Map<string, StoredFunction>;
  models: Map<string, StoredModel>;
  storage: string;
  rule: string | undefined;
  meta: { Key: string; Value: string }[];
}

/** An environment that was just opened: empty, and as open as CloudBase makes it. */
export const emptyEnvironment = (region = 'ap-shanghai'): ManagedEnvironment => ({
  region,
  collections: new Map(),
  functions: new Map(),
  models: new Map(),
  storage: 'PRIVATE',
  rule: undefined,
  meta: [],
});

/** MongoDB's own index, which every collection is born with. */
export const idIndex = (): StoredIndex => ({
  Name: '_id_',
  Unique: true,
  Keys: [{ Name: '_id', Direction: '1' }],
});

/** The SHA-256 of a zip in base64, as the API states it. */
export const sha256Of = (zip: string): string =>
  createHash('sha256').update(Buffer.from(zip, 'base64')).digest('hex');
