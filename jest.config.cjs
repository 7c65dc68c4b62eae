/** One Jest run over every kind of test; `--selectProjects unit laws` gives the quick loop. */
const base = {
  transform: { '^.+\\.(t|j)sx?$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(mdast-util-|micromark|unist-|decode-named|character-entities|zwitch|devlop|ulid))'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.local-cloud', '<rootDir>/\\.cache'],
};
const project = (name, folder, more = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/test/${folder}/**/*.test.{ts,tsx}`],
  ...more,
});
module.exports = {
  maxWorkers: 2,
  projects: [
    project('laws', 'laws'),
    project('unit', 'unit'),
    project('local-cloud', 'local-cloud'),
    project('journeys', 'journeys'),
    project('weapp', 'weapp'),
    project('browser', 'browser'),
  ],
};
