import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What the house rules forbid and no ready-made rule names. */
const HOUSE = [
  'error',
  {
    selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message: 'No module-level state: make it in main.ts and hand it down.'
  },
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'Catch only where something can be done.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
  {
    selector:
      'CallExpression[callee.object.name="Date"][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
    message: '"Now" is an argument: no calculation reads the clock.'
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Random is an argument: take a generator with a seed.'
  }
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'shots/', 'test-results/', 'playwright-report/', 'public/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: {
      globals: { ...globals.browser, ...globals.es2023 },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
    },
    rules: {
      'no-undef': 'off', // the compiler knows better
      'no-control-regex': 'off', // files full of strange bytes are our trade
      'no-restricted-syntax': HOUSE,
      eqeqeq: 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off', // for SvelteKit's router
      'svelte/no-dom-manipulating': 'off', // Plot draws into elements of ours
      'svelte/require-store-reactive-access': 'off', // there are no stores, and it asks for the type of every expression
      'svelte/prefer-svelte-reactivity': 'off' // dates and sets here are values, never changed
    }
  },
  {
    files: ['src/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { ...globals.worker, WASM_URL: 'readonly', LOCK_NAME: 'readonly', DUCKDB_URL: 'readonly' }
    }
  },
  {
    files: ['**/*.mjs', '*.config.js'],
    languageOptions: { globals: globals.node }
  },
  {
    // Composition roots make the one of each; tests set up what they share before they run.
    files: ['src/main.ts', 'src/worker.ts', '**/*.test.ts', '**/*.spec.ts', 'test/**'],
    rules: { 'no-restricted-syntax': ['error', ...HOUSE.slice(2)] }
  },
  {
    files: ['test/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] // how a fixture says that it needs no other
    }
  }
);
