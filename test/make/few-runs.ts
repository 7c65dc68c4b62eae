import fc from 'fast-check';

/**
 * Mutation testing asks each property thousands of times over all mutants; fewer cases each, and none for longer than a
 * blink, can only miss more of them.
 */
fc.configureGlobal({ numRuns: 20, plugins: [fc.interruptAfterTimeLimit(200)] });
