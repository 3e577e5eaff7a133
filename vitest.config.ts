import { createRequire } from "node:module";
import path from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const serverRequire = createRequire(path.join(root, "server", "package.json"));

/**
 * Libraries load graphql's CommonJS half and Vite would pick the other one: two copies refuse each
 * other's schemas.
 */
const oneGraphql = { find: /^graphql$/, replacement: serverRequire.resolve("graphql") };

/** Where Vite reads no tsconfig of ours, decorators keep the meaning that tsc and esbuild give them. */
const oxc = { decorator: { legacy: true } };

const DATABASE = "server/**/*.pg.test.ts";
const API = "server/**/*.api.test.ts";
const CLIENT = "client/src/**/*.test.ts";
const LIVE = "client/e2e/live/**/*.live.test.ts";
const OWN_DATABASE = [path.join(root, "tools", "testing", "provide-database.ts")];
const NEVER = ["**/node_modules/**", "**/dist/**", "**/build/**", "**/.svelte-kit/**"];

export default defineConfig({
  test: {
    allowOnly: false,
    reporters: ["default", path.join(root, "tools", "testing", "sum-reporter.ts")],
    maxWorkers: 2,
    projects: [
      {
        oxc,
        resolve: { alias: [oneGraphql] },
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: [...NEVER, DATABASE, API, CLIENT, LIVE],
        },
      },
      {
        root: path.join(root, "client"),
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ["browser"] },
        test: { name: "client", include: ["src/**/*.test.ts"], exclude: NEVER },
      },
      {
        oxc,
        resolve: { alias: [oneGraphql] },
        test: {
          name: "database",
          include: [DATABASE],
          exclude: NEVER,
          globalSetup: OWN_DATABASE,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc,
        resolve: { alias: [oneGraphql] },
        test: {
          name: "api",
          include: [API],
          exclude: NEVER,
          globalSetup: OWN_DATABASE,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        root: path.join(root, "client"),
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ["browser"], alias: [oneGraphql] },
        test: {
          name: "live",
          include: ["e2e/live/**/*.live.test.ts"],
          exclude: NEVER,
          globalSetup: OWN_DATABASE,
          hookTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: "browser",
          include: ["client/e2e/**/*.spec.ts"],
          exclude: NEVER,
          globalSetup: OWN_DATABASE,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page that reads once a second is right a moment later; what is promised in a second says so.
          expect: { poll: { timeout: 5_000 } },
          // A browser and a server for each file: side by side they would only starve each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
