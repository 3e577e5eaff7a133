import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import type { RequestContext } from "../../src/context.ts";
import type { CountLine } from "../../src/counting/graphql/objects.ts";
import { SessionFrame } from "../../src/counting/live/session-frame.ts";
import { findLine } from "../../src/counting/queries/load-one.ts";

type Frames = AsyncIterable<unknown>;
type Subscribe = (
  root: unknown,
  given: unknown,
  context: RequestContext,
  info: unknown,
) => Promise<Frames>;

/** Ways in which a careless change of the feed would tell a blind counter what the books say. */
export const plantedFeedLeaks: Record<string, (schema: GraphQLSchema) => void> = {
  "frames made for those who see everything": (schema) =>
    plant(
      schema,
      (subscribe) => (root, given, context, info) =>
        subscribe(root, given, seeingAll(context), info),
    ),
  "that the ledger alone has changed a line": (schema) =>
    plant(
      schema,
      (subscribe) => async (root, given, context, info) =>
        blinded(await subscribe(root, given, seeingAll(context), info), (frame) => frame.events),
    ),
  "the numbers of events that are left out": (schema) =>
    plant(
      schema,
      (subscribe) => async (root, given, context, info) =>
        blinded(await subscribe(root, given, seeingAll(context), info), ({ events }) =>
          events.filter(({ kind }) => kind !== "LINE_REEVALUATED"),
        ),
    ),
  "a line's version as the ledger counts it": (schema) => {
    const version = (schema.getType("CountLine") as GraphQLObjectType).getFields()["version"];
    if (!version) throw new Error("A line has no version.");
    version.resolve = async (line: CountLine, _: unknown, { db }: RequestContext) =>
      (await findLine(db, line.warehouseId, line.rowId))?.version;
  },
};

function plant(schema: GraphQLSchema, leak: (subscribe: Subscribe) => Subscribe): void {
  const field = schema.getSubscriptionType()?.getFields()["sessionFeed"];
  if (!field?.subscribe) throw new Error("There is no sessionFeed.");
  field.subscribe = leak(field.subscribe as unknown as Subscribe) as never;
}

const seeingAll = (context: RequestContext): RequestContext =>
  Object.assign(Object.create(context) as RequestContext, { may: () => true });

async function* blinded(
  frames: Frames,
  events: (frame: SessionFrame) => SessionFrame["events"],
): AsyncIterable<unknown> {
  for await (const frame of frames) {
    if (!(frame instanceof SessionFrame)) continue;
    const { session, cursor, lines, isEveryLineChanged } = frame;
    const shown = events(frame);
    const isEmpty = shown.length === 0 && frame.events.length > 0;
    if (!isEmpty)
      yield new SessionFrame(session, true, cursor, shown, lines, isEveryLineChanged, false);
  }
}
