import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const direction =
  'Imports go one way: protocol, clock, observable → api, connection, store, outbox, marks, storage, sync → ' +
  'session → client. ' +
  'Only testing may import from everywhere, and nothing imports from testing.';

/** Nothing in `target` may import from `from`. */
const zone = (target, from) => ({
  target: `./src/${target}`,
  from: from.map((one) => `./src/${one}`),
  message: direction,
});

const parts = ['api', 'connection', 'store', 'outbox', 'marks', 'storage', 'sync'];
const door = ['client.ts', 'create.ts', 'page-client.ts', 'index.ts'];
const above = ['session', 'testing', ...door];

export default tseslint.config(
  { ignores: ['dist/**', 'src/generated/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...['protocol.ts', 'clock.ts', 'observable.ts'].map((file) => zone(file, [...parts, ...above])),
            ...parts.map((part) => zone(part, above)),
            zone('store', ['connection', 'outbox', 'marks', 'sync', 'api', 'storage']),
            zone('connection', ['store', 'outbox', 'marks', 'sync', 'api', 'storage']),
            zone('api', ['store', 'outbox', 'marks', 'sync', 'connection', 'storage']),
            zone('session', ['testing', ...door]),
            ...door.map((file) => zone(file, ['testing'])),
          ],
        },
      ],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true }],
      'max-len': ['error', { code: 120 }],
      eqeqeq: 'error',
    },
    settings: {
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })],
    },
  },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  // A row is a line there.
  { files: ['test/connection/machine.test.ts'], rules: { 'max-len': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
