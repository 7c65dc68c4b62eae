/** One Jest run over every kind of test; `npm run test:unit` is the quick loop. */
const base = {
  transform: { '^.+\\.(t|j)sx?$': '@swc/jest' },
  transformIgnorePatterns: [
    // Published as ES modules only.
    '/node_modules/(?!(mdast-util-|micromark|unist-|decode-named|character-entities|zwitch|devlop|ulid|preact|htm))',
    // The built mini program runs untouched.
    '<rootDir>/dist/',
  ],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.local-cloud', '<rootDir>/\\.cache'],
};

const project = (name, more = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  ...more,
});
const built = (what) => ({ globalSetup: `<rootDir>/test/make/built-${what}.ts` });

module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    project('laws'),
    project('unit'),
    project('local-cloud'),
    project('journeys', built('functions')),
    project('weapp', built('weapp')),
    project('browser', built('h5')),
  ],
};
