import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "./schema.ts";

process.stdout.write(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
