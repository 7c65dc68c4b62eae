/** The tests one run of mutation.ts asks, in one project, for Stryker knows no others. */
const { join } = require('node:path');
const { projects } = require('../jest.config.cjs');

const { transform, transformIgnorePatterns, moduleNameMapper } = projects[0];

module.exports = {
  // Where this file stands: Stryker works in a copy.
  rootDir: join(__dirname, '..'),
  transform,
  transformIgnorePatterns,
  moduleNameMapper,
  setupFiles: ['<rootDir>/test/make/few-runs.ts'],
  testTimeout: 30_000,
  testMatch: JSON.parse(process.env.MUTATION_TESTS).map((pattern) => `<rootDir>/${pattern}`),
};
