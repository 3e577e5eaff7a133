import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const unused = { argsIgnorePattern: "^_", varsIgnorePattern: "^_" };

export default ts.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "**/build/",
      "**/.svelte-kit/",
      "**/.tallyroom/",
      "test-results/",
      "schema/src/introspection.d.ts",
    ],
  },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "object-shorthand": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": ["error", unused],
    },
  },
  {
    files: ["client/src/**"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"] } },
    rules: {
      // Properties of a component are declared with `let`; this plugin's own rule knows them.
      "prefer-const": "off",
      "svelte/prefer-const": "error",
      // A Set that lives for one calculation needs no reactivity.
      "svelte/prefer-svelte-reactivity": "off",
      // Paths are resolved by the router in one place, not at every link.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    // A forgotten await on the server is an acknowledgement before the fact.
    files: ["server/src/**/*.ts", "server/migrations/**/*.ts", "tools/**/*.ts", "bench/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["tools/bootstrap.mjs", "*.config.js", "*.config.ts"],
    extends: [ts.configs.disableTypeChecked],
  },
);
