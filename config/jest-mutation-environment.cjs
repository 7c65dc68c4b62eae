const { TestEnvironment } = require('jest-environment-node');

/** The mutant that a test has already found; Stryker asks for the next one in the same process. */
let found;

/** Ends a mutant's run at the first test that finds it: jest itself stops at no failure when Stryker runs it. */
module.exports = class extends TestEnvironment {
  handleTestEvent(event) {
    const mutant = this.global.__stryker__?.activeMutant;
    if (mutant === undefined) return;
    if (event.name === 'test_start' && found === mutant) event.test.mode = 'skip';
    if (event.name === 'test_done' && event.test.errors.length > 0) found = mutant;
  }
};
