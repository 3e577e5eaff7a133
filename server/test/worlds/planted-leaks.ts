import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from "graphql";
import type { RequestContext } from "../../src/context.ts";
import type { CountLine, CountSession } from "../../src/counting/graphql/objects.ts";
import { findLine, loadSession } from "../../src/counting/queries/load-one.ts";

type Resolver = GraphQLFieldResolver<never, RequestContext>;

/** Eight ways in which a careless change would tell a blind counter what the books say. */
export const plantedLeaks: Record<string, (schema: GraphQLSchema) => void> = {
  "the expected quantity": (schema) => lineColumn(schema, "quantityExpected"),
  "the variance": (schema) => lineColumn(schema, "quantityVariance"),
  "the quantity at the snapshot": (schema) => lineColumn(schema, "quantitySnapshot"),
  "a flag that says whether it matches": (schema) =>
    plant(schema, "CountLine", "isDisputed", () => async (line: CountLine, _, { db }) => {
      const row = await findLine(db, line.warehouseId, line.rowId);
      return Number(row?.quantityVariance ?? 0) !== 0;
    }),
  "how many lines differ": (schema) =>
    plant(
      schema,
      "CountSession",
      "linesDifferent",
      () =>
        async (session: CountSession, _, { db }) => {
          return (await loadSession(db, session.warehouseId, session.rowId)).linesDifferent;
        },
    ),
  "that a count is complete because nothing differed": (schema) =>
    plant(schema, "CountSession", "status", () => async (session: CountSession, _, { db }) => {
      return (await loadSession(db, session.warehouseId, session.rowId)).status;
    }),
  "views and orders that tell, and the sums": (schema) => {
    for (const field of ["lines", "lineWindow", "totals"])
      plant(schema, "CountSession", field, unblinded);
  },
  "which pieces are expected": (schema) => plant(schema, "CountLine", "pieces", unblinded),
};

function lineColumn(
  schema: GraphQLSchema,
  column: "quantityExpected" | "quantityVariance" | "quantitySnapshot",
) {
  plant(schema, "CountLine", column, () => async (line: CountLine, _, { db }) => {
    return (await findLine(db, line.warehouseId, line.rowId))?.[column];
  });
}

/** The resolver as it is, for somebody to whom nothing is blind. */
const unblinded =
  (resolve: Resolver): Resolver =>
  (source, given, context, info) =>
    resolve({ ...(source as object), isBlindHere: false } as never, given, context, info);

function plant(
  schema: GraphQLSchema,
  type: string,
  field: string,
  leak: (resolve: Resolver) => GraphQLFieldResolver<never, RequestContext>,
): void {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (!found?.resolve && !found) throw new Error(`There is no ${type}.${field}.`);
  found.resolve = leak((found.resolve ?? (() => undefined)) as Resolver) as never;
}
