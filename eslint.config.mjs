import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.local-cloud/',
      '.cache/',
      '.artifacts/',
      'src/data/',
      '**/*.{js,cjs,mjs}',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Empty async bodies and numbers in templates are checked by types already.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      // Prettier sets the code; prose it leaves alone.
      'max-len': ['error', { code: 1000, comments: 120, ignoreUrls: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Taro's APIs are reached through platform: whatever else imports from Taro is a page's life and where it leads.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tarojs/taro',
              allowImportNames: [
                'useDidHide',
                'useDidShow',
                'useLaunch',
                'usePageNotFound',
                'useReachBottom',
                'useRouter',
              ],
              message: "Only platform uses Taro's APIs.",
            },
          ],
        },
      ],
    },
  },
  {
    // Tests, benches and tools speak on the terminal, and read answers whose type only the door knows.
    files: ['test/**/*.{ts,tsx}', 'config/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The conformance cases drive the SDK's fluent interface, whose package declares it as `any`.
    files: ['test/local-cloud/conformance/**/*.ts', 'test/local-cloud/database/query/{sort,projection}.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
);
