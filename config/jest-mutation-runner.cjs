const TestRunner = require('jest-runner').default;
const { isFound } = require('./jest-mutation-environment.cjs');

/** Runs file by file and ends with the one that finds the mutant: to load the next ones is what takes long. */
module.exports = class extends TestRunner {
  async runTests(tests, watcher, options) {
    for (const test of tests) {
      if (isFound()) return;
      await super.runTests([test], watcher, options);
    }
  }
};
