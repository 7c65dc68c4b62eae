import type { TestCloud } from './cloud';

/** Edits a request as somebody in the database's console would, past every function. */
export const editRequest = (on: TestCloud, id: string, columns: object) =>
  on.cloud.database.call('database.modifyDocument', {
    collectionName: 'requests',
    query: JSON.stringify({ _id: id }),
    data: JSON.stringify({ $set: columns }),
    multi: false,
    merge: true,
    upsert: false,
  });
