import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { clientFolder } from "../products/build-client.ts";
import { collectCommand, type CommandResult } from "../run-command.ts";
import { projectRoot } from "../server-process.ts";
import { emitSchema, introspectionFile, runGqlTada, schemaFile } from "../schema/emit-schema.ts";

export interface Check {
  name: string;
  run(): Promise<CommandResult>;
}

const modules = path.join(projectRoot, "node_modules");
const node = (...command: string[]) => [process.execPath, ...command];
const tsc = (project: string): Check["run"] => {
  const program = path.join(modules, "typescript", "bin", "tsc");
  return () => collectCommand(node(program, "--pretty", "-p", project));
};

/** The longest first: there are two at a time. */
export const CHECKS: Check[] = [
  { name: "types of the web client", run: checkClient },
  { name: "lint", run: () => collectCommand(node(eslint(), "--max-warnings=0", ".")) },
  { name: "types of the server", run: tsc("server/tsconfig.json") },
  { name: "types of the schema's documents", run: tsc("schema/tsconfig.json") },
  { name: "types of the tools and benches", run: tsc("tsconfig.json") },
  { name: "types of the browser tests", run: tsc("tsconfig.e2e.json") },
  { name: "types of the service worker", run: tsc("client/worker/tsconfig.json") },
  { name: "format", run: () => collectCommand(node(prettier(), "--check", ".")) },
  { name: "documents against the schema", run: () => runGqlTada("check", "--fail-on-warn") },
  { name: "schema as committed", run: compareSchema },
  { name: "schema's types as committed", run: compareIntrospection },
  { name: "tidiness", run: runTidyTest },
];

const eslint = () => path.join(modules, "eslint", "bin", "eslint.js");
const prettier = () => path.join(modules, "prettier", "bin", "prettier.cjs");

function runTidyTest(): Promise<CommandResult> {
  const vitest = path.join(modules, "vitest", "vitest.mjs");
  return collectCommand(node(vitest, "run", "tidy.test.ts"));
}

async function checkClient(): Promise<CommandResult> {
  const binary = (name: string, file: string) =>
    path.join(clientFolder, "node_modules", ...name.split("/"), file);
  const kit = binary("@sveltejs/kit", "svelte-kit.js");
  const synced = await collectCommand(node(kit, "sync"), { cwd: clientFolder });
  if (synced.code !== 0) return synced;
  const program = binary("svelte-check", "bin/svelte-check");
  const flags = ["--tsconfig", "./tsconfig.json", "--fail-on-warnings"];
  return collectCommand(node(program, ...flags), { cwd: clientFolder });
}

async function compareSchema(): Promise<CommandResult> {
  const isSame = (await emitSchema()) === readFileSync(schemaFile, "utf8");
  return outcome(isSame, "schema/schema.graphql is not what the server emits");
}

async function compareIntrospection(): Promise<CommandResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "tallyroom-introspection-"));
  try {
    const fresh = path.join(folder, path.basename(introspectionFile));
    const generated = await runGqlTada("generate-output", "--output", fresh);
    if (generated.code !== 0) return generated;
    const isSame = readFileSync(fresh, "utf8") === readFileSync(introspectionFile, "utf8");
    return outcome(isSame, "schema/src/introspection.d.ts does not fit schema/schema.graphql");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const outcome = (isSame: boolean, complaint: string): CommandResult =>
  isSame ? { code: 0, output: "" } : { code: 1, output: `${complaint}; to fix: npm run schema\n` };
