import path from "node:path";
import { collectCommand } from "../run-command.ts";
import { Refusal } from "../run-task.ts";
import { projectRoot } from "../server-process.ts";

export const schemaFolder = path.join(projectRoot, "schema");
export const schemaFile = path.join(schemaFolder, "schema.graphql");
export const introspectionFile = path.join(schemaFolder, "src", "introspection.d.ts");

const schemaScript = path.join(projectRoot, "server", "src", "emit-schema.ts");

/** The schema as the server's classes make it now. */
export async function emitSchema(): Promise<string> {
  const result = await collectCommand([process.execPath, "--import", "tsx", schemaScript], {
    environment: { TSX_TSCONFIG_PATH: path.join(projectRoot, "server", "tsconfig.json") },
  });
  if (result.code !== 0) throw new Refusal(`${result.output}\nThe schema could not be emitted.`);
  return result.output;
}

/** gql.tada's own program, run where its settings are. */
export function runGqlTada(...args: string[]) {
  const program = path.join(schemaFolder, "node_modules", "gql.tada", "bin", "cli.js");
  return collectCommand([process.execPath, program, ...args], { cwd: schemaFolder });
}
