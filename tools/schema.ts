import { writeFileSync } from "node:fs";
import path from "node:path";
import { runTask } from "./run-task.ts";
import { emitSchema, introspectionFile, runGqlTada, schemaFile } from "./schema/emit-schema.ts";
import { projectRoot } from "./server-process.ts";

await runTask(async () => {
  writeFileSync(schemaFile, await emitSchema());
  const generated = await runGqlTada("generate-output");
  if (generated.code !== 0) {
    process.stderr.write(generated.output);
    return generated.code;
  }
  for (const file of [schemaFile, introspectionFile]) {
    process.stdout.write(`Wrote ${path.relative(projectRoot, file)}\n`);
  }
});
