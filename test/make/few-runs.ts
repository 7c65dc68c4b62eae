import fc from 'fast-check';

/** Mutation testing asks each property thousands of times over all mutants; fewer cases each can only miss more of them. */
fc.configureGlobal({ numRuns: 20 });
