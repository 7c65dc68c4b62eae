/** The tests that mutation testing runs: laws and unit tests, in one project, for Stryker knows no others. */
const { join } = require('node:path');
const { projects } = require('../jest.config.cjs');

const { transform, transformIgnorePatterns, moduleNameMapper } = projects[0];

module.exports = {
  rootDir: join(__dirname, '..'),
  transform,
  transformIgnorePatterns,
  moduleNameMapper,
  setupFiles: ['<rootDir>/test/make/few-runs.ts'],
  testTimeout: 30_000,
  testMatch: ['data-map', 'calendar', 'ledger', 'domain', 'retention'].flatMap((name) => [
    `<rootDir>/test/{laws,unit}/${name}/**/*.test.ts`,
    `<rootDir>/test/{laws,unit}/${name}.test.ts`,
  ]),
};
