import fc from 'fast-check';

/**
 * Mutation testing asks each property thousands of times over all mutants; fewer cases each can only miss more of them,
 * and nobody reads the smallest counter-example.
 */
fc.configureGlobal({ numRuns: 20, endOnFailure: true });
