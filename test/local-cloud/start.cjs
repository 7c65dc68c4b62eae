'use strict';
/**
 * `npm start`. Written for any Node, because an old one must still be able to read it and say what is wrong.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 11) || major > 24) {
  console.error(
    `需要 Node 20.11 到 24，现在是 ${process.versions.node}。Node 20.11 to 24 is needed; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

require('tsx/cjs/api').register();
void require('./main.ts').main();
