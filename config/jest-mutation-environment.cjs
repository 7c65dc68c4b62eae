const { TestEnvironment } = require('jest-environment-node');

/** The mutant that a test has already found; Stryker asks for the next one in the same process. */
let found;

const mutantOf = ({ global }) => global.__stryker__?.activeMutant;

/** Ends a mutant's run at the first test that finds it: jest itself stops at no failure when Stryker runs it. */
class MutationEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    const mutant = mutantOf(this);
    if (mutant === undefined) return;
    if (event.name === 'test_start' && found === mutant) event.test.mode = 'skip';
    if (event.name === 'test_done' && event.test.errors.length > 0) found = mutant;
  }
}

/** Whether the mutant that Stryker asks about now was found by a file before. */
MutationEnvironment.isFound = () => found !== undefined && found === process.env.__STRYKER_ACTIVE_MUTANT__;

module.exports = MutationEnvironment;
