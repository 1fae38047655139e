import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const direction = 'Imports go one way: shared → protocol → features → app.';

/** Nothing in `target` may import from `from`. */
const zone = (target, from) => ({ target: `./src/${target}`, from: from.map((f) => `./src/${f}`), message: direction });

export default tseslint.config(
  { ignores: ['.next/**', 'out/**', 'next-env.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', {
        basePath: import.meta.dirname,
        zones: [
          zone('shared', ['protocol', 'features', 'app']),
          zone('protocol', ['features', 'app']),
          zone('features', ['app']),
        ],
      }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': ['error', {
        patterns: [{ group: ['@postrider/client/src/*', '../../client-ts/*'], message: 'Only the doors of @postrider/client.' }],
      }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      eqeqeq: 'error',
    },
    settings: { 'import-x/resolver': { typescript: true } },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
);
