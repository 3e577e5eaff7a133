import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from "graphql";
import type { RequestContext } from "../../src/context.ts";
import type { CountLine, CountSession } from "../../src/counting/graphql/objects.ts";
import { findLine, loadSession } from "../../src/counting/queries/load-one.ts";

type Resolver = GraphQLFieldResolver<never, RequestContext>;

/** Ways in which a careless change would tell whoever counts again what the round before found. */
export const plantedRoundLeaks: Record<string, (schema: GraphQLSchema) => void> = {
  "what was counted before": (schema) =>
    plant(schema, "CountLine", "quantityCounted", () => async (line: CountLine, _, { db }) => {
      return (await findLine(db, line.warehouseId, line.rowId))?.quantityCounted;
    }),
  "which pieces were found before": (schema) =>
    plant(schema, "CountLine", "pieces", (resolve) => with_(resolve, { inRound: null })),
  "sums, orders and searches over what was counted before": (schema) => {
    for (const field of ["lines", "lineWindow", "totals"])
      plant(schema, "CountSession", field, (resolve) => with_(resolve, { linesRecounted: 0 }));
  },
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
};

/** Seen only once the recount is counted. */
export const plantedAgreementLeaks: Record<string, (schema: GraphQLSchema) => void> = {
  "whether the rounds agree": (schema) =>
    plant(schema, "CountLine", "isDisputed", () => async (line: CountLine, _, { db }) => {
      return (await findLine(db, line.warehouseId, line.rowId))?.recountStatus === "DISAGREED";
    }),
};

const with_ =
  (resolve: Resolver, change: object): Resolver =>
  (source, given, context, info) =>
    resolve({ ...(source as object), ...change } as never, given, context, info);

function plant(
  schema: GraphQLSchema,
  type: string,
  field: string,
  leak: (resolve: Resolver) => GraphQLFieldResolver<never, RequestContext>,
): void {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
  if (!found) throw new Error(`There is no ${type}.${field}.`);
  found.resolve = leak((found.resolve ?? (() => undefined)) as Resolver) as never;
}
