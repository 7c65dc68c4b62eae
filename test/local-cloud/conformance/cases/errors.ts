import { fails, type Case } from '../case';

const COLLECTION = 'conformance_rows';
const BAD = fails('INVALID_PARAM', 'DATABASE_REQUEST_FAILED');

/** [what, action, parameters]: bodies that the SDK itself would not send. */
const MALFORMED: [string, string, Record<string, unknown>][] = [
  ['a query that is not EJSON', 'getDocument', { collectionName: COLLECTION, query: '{' }],
  ['a query that is an object', 'getDocument', { collectionName: COLLECTION, query: { n: 1 } }],
  ['a query that is a list', 'getDocument', { collectionName: COLLECTION, query: '[]' }],
  ['an unknown queryType', 'getDocument', { collectionName: COLLECTION, queryType: 'ALL' }],
  ['a document read without its id', 'getDocument', { collectionName: COLLECTION, queryType: 'DOC' }],
  [
    'a document read by another field',
    'getDocument',
    { collectionName: COLLECTION, queryType: 'DOC', query: '{"n":1}' },
  ],
  ['a negative limit', 'getDocument', { collectionName: COLLECTION, limit: -1 }],
  ['a limit in words', 'getDocument', { collectionName: COLLECTION, limit: 'ten' }],
  ['a negative offset', 'getDocument', { collectionName: COLLECTION, offset: -1 }],
  ['an order by 2', 'getDocument', { collectionName: COLLECTION, order: '{"n":2}' }],
  ['a projection in words', 'getDocument', { collectionName: COLLECTION, projection: '"n"' }],
  ['no collection', 'getDocument', { query: '{}' }],
  ['an insert of nothing', 'insertDocument', { collectionName: COLLECTION, data: [] }],
  ['an insert that is not a list', 'insertDocument', { collectionName: COLLECTION, data: '{}' }],
  ['an insert of a number', 'insertDocument', { collectionName: COLLECTION, data: ['1'] }],
  ['a broken ObjectId', 'insertDocument', { collectionName: COLLECTION, data: ['{"_id":{"$oid":"zz"}}'] }],
  [
    '__proto__ as a field',
    'insertDocument',
    { collectionName: COLLECTION, data: ['{"__proto__":{"admin":true}}'] },
  ],
  [
    '__proto__ on a path',
    'modifyDocument',
    { collectionName: COLLECTION, query: '{}', data: '{"$set":{"a.__proto__.b":1}}' },
  ],
  [
    'nesting beyond measure',
    'insertDocument',
    { collectionName: COLLECTION, data: [`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`] },
  ],
  ['an update without data', 'modifyDocument', { collectionName: COLLECTION, query: '{}' }],
  ['an empty update', 'modifyDocument', { collectionName: COLLECTION, query: '{}', data: '{}' }],
  [
    'multi in words',
    'modifyDocument',
    { collectionName: COLLECTION, query: '{}', data: '{"$set":{"n":1}}', multi: 'yes' },
  ],
  [
    'a replacement of many',
    'modifyDocument',
    { collectionName: COLLECTION, query: '{}', data: '{"n":1}', multi: true, merge: false },
  ],
  [
    'a server date with an offset in words',
    'insertDocument',
    { collectionName: COLLECTION, data: ['{"at":{"$tcb_server_date":{"offset":"soon"}}}'] },
  ],
  ['stages that are not a list', 'aggregateDocuments', { collectionName: COLLECTION, stages: '{}' }],
  ['a commit without an id', 'commitTransaction', {}],
  ['a collection without a name', 'addCollection', {}],
  ['a collection with an impossible name', 'addCollection', { collectionName: 'a/b$' }],
];

/** Failures that say what is wrong, never a silent success. */
export const ERRORS: Case[] = [
  ...MALFORMED.map(([name, action, params]): Case => ({
    name: `refuses ${name}`,
    run: ({ send }) => send(`database.${action}`, params),
    expect: BAD,
  })),
  ...['getDocument', 'calculateDocument', 'aggregateDocuments', 'removeDocument'].map((action): Case => ({
    name: `${action} on a collection that does not exist`,
    run: ({ send }) =>
      send(`database.${action}`, { collectionName: 'conformance_none', query: '{}', stages: [] }),
    expect: fails('DATABASE_COLLECTION_NOT_EXIST'),
  })),
  {
    name: 'add() to a collection that does not exist',
    run: ({ db }) => db.collection('conformance_none').add({ n: 1 }),
    expect: fails('DATABASE_COLLECTION_NOT_EXIST'),
  },
  {
    name: 'createCollection() of one that exists',
    run: ({ db }) => db.createCollection(COLLECTION),
    expect: fails('DATABASE_COLLECTION_ALREADY_EXIST', 'DATABASE_REQUEST_FAILED'),
  },
  {
    name: 'an unknown action',
    run: ({ send }) => send('database.dropEverything', { collectionName: COLLECTION }),
    expect: fails('INVALID_ACTION', 'INVALID_PARAM'),
  },
  {
    name: 'a native command',
    run: ({ send }) => send('database.runCommands', { commands: [] }),
    expect: fails('INVALID_ACTION', 'INVALID_PARAM', 'DATABASE_INVALID_OPERRATOR'),
  },
  {
    name: 'an action named like something every object has',
    run: ({ send }) => send('constructor', {}),
    expect: fails('INVALID_ACTION', 'INVALID_PARAM'),
  },
];
