'use strict';
/** A local cloud in a process of its own, for a test to kill. argv: data folder, functions folder. */
require('tsx/cjs/api').register();
const { startLocalCloud } = require('../server.ts');

void startLocalCloud({
  dir: process.argv[2],
  functionsDir: process.argv[3],
  port: 0,
  timers: false,
  collections: [{ name: 'things', indexes: [] }],
}).then(({ url }) => console.log(url));
