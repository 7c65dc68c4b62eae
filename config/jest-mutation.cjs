/** The tests one run of mutation.ts asks, in one project, for Stryker knows no others. */
const { join } = require('node:path');
const { projects } = require('../jest.config.cjs');

const { transform, transformIgnorePatterns, moduleNameMapper } = projects[0];

module.exports = {
  // Where this file stands: Stryker works in a copy.
  rootDir: join(__dirname, '..'),
  transform,
  transformIgnorePatterns,
  // These tests work on a store in memory, and loading the SDK takes half of their time.
  moduleNameMapper: { ...moduleNameMapper, '^@cloudbase/node-sdk$': '<rootDir>/test/make/no-cloud.ts' },
  setupFiles: ['<rootDir>/test/make/few-runs.ts'],
  testEnvironment: join(__dirname, 'jest-mutation-environment.cjs'),
  runner: join(__dirname, 'jest-mutation-runner.cjs'),
  testSequencer: join(__dirname, 'jest-mutation-sequencer.cjs'),
  testTimeout: 30_000,
  testMatch: JSON.parse(process.env.MUTATION_TESTS).map((pattern) => `<rootDir>/${pattern}`),
};
