export { CloudError, openDatabase } from './database';
export type { CollectionPlan, Database, DatabaseOptions, DatabaseStats } from './database';
