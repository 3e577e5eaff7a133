import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { toUser } from "../../accounts/graphql/to-object.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { loadUser } from "../../accounts/queries/load-one.ts";
import { Warehouse } from "../../catalogue/graphql/objects.ts";
import { toWarehouse } from "../../catalogue/graphql/to-object.ts";
import { loadWarehouse } from "../../catalogue/queries/load-one.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import { relatedAsked } from "../../catalogue/graphql/related-asked.ts";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import {
  areCursorsAsked,
  fieldsAsked,
  rowsOfConnection,
  rowsOfList,
} from "../../shared/fields-asked.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { listLines, readLineWindow, sumLines, type LinesAsked } from "../queries/list-lines.ts";
import { listSessions, sumSessions } from "../queries/list-sessions.ts";
import { loadSession } from "../queries/load-one.ts";
import { CountSessionConditions, CountSessionsArgs } from "./inputs.ts";
import { CountLineQuery } from "./line-query.ts";
import { conditionsOf } from "./line-conditions.ts";
import { lookerOf } from "./looker.ts";
import {
  CountLine,
  CountLineConnection,
  CountLineTotals,
  CountSession,
  CountSessionConnection,
} from "./objects.ts";
import { CountSessionTotals, toSessionTotals } from "./session-totals.ts";
import { toLine, toSession, toTotals } from "./to-object.ts";

const windowAtMost = 500;

@Resolver(() => CountSession)
export class CountSessionResolver {
  @Query(() => CountSessionConnection, {
    description: "The counts of a warehouse, or of all that you see.",
  })
  async countSessions(
    @Arg("warehouseId", () => ID, { nullable: true, description: "The warehouse; all without it." })
    id: string | undefined,
    @Args(() => CountSessionsArgs) args: CountSessionsArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const looker = lookerOf(context);
    const found = await listSessions(context.db, warehousesOf(context, id), looker, args, args);
    return CountSessionConnection.from(found, (row) => toSession(row, looker));
  }

  @Query(() => CountSessionTotals, { description: "Sums over the counts of such a list." })
  async countSessionTotals(
    @Arg("warehouseId", () => ID, { nullable: true, description: "The warehouse; all without it." })
    id: string | undefined,
    @Args(() => CountSessionConditions) conditions: CountSessionConditions,
    @Ctx() context: RequestContext,
  ): Promise<CountSessionTotals> {
    const looker = lookerOf(context);
    const warehouseIds = warehousesOf(context, id);
    const totals = await sumSessions(context.db, warehouseIds, looker, conditions);
    return toSessionTotals(totals, looker);
  }

  @Query(() => CountSession, {
    nullable: true,
    description: "One count; null where there is none.",
  })
  async countSession(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    return nullIfNotFound(async () => {
      const { warehouseId, rowId } = warehouseKeyOf(id, "CountSession");
      context.requireWarehouse(warehouseId, "count session");
      return toSession(await loadSession(context.db, warehouseId, rowId), lookerOf(context));
    });
  }

  @FieldResolver(() => CountLineConnection, { description: "Its lines, page by page." })
  async lines(
    @Root() session: CountSession,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("query", () => CountLineQuery, { nullable: true, description: "Which lines." })
    query: CountLineQuery | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const conditions = await conditionsOf(context, session, query);
    const asked = linesAsked(info, rowsOfConnection);
    const found = await listLines(context.db, keyOf(session), conditions, page, asked);
    return CountLineConnection.from(found, (row) => toLine(row, sightIn(session)));
  }

  @FieldResolver(() => [CountLine], {
    description: "A part of the list by its offset, for grids that jump; at most 500 lines.",
  })
  async lineWindow(
    @Root() session: CountSession,
    @Arg("offset", () => Int, { description: "How many lines stand before it." }) offset: number,
    @Arg("limit", () => Int, { description: "How many lines." }) limit: number,
    @Arg("query", () => CountLineQuery, { nullable: true, description: "Which lines." })
    query: CountLineQuery | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CountLine[]> {
    if (offset < 0 || limit < 0 || limit > windowAtMost)
      throw new Refusal("BAD_USER_INPUT", `A window has 0 to ${windowAtMost} lines from 0 on.`);
    const conditions = await conditionsOf(context, session, query);
    const part = { offset, limit };
    const asked = linesAsked(info, rowsOfList);
    const rows = await readLineWindow(context.db, keyOf(session), conditions, part, asked);
    return rows.map((row) => toLine(row, sightIn(session)));
  }

  @FieldResolver(() => CountLineTotals, { description: "Sums over its lines, or some of them." })
  async totals(
    @Root() session: CountSession,
    @Arg("query", () => CountLineQuery, { nullable: true, description: "Which lines." })
    query: CountLineQuery | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CountLineTotals> {
    const conditions = await conditionsOf(context, session, query);
    const totals = await sumLines(context.db, keyOf(session), conditions);
    return toTotals(totals, session.isBlindHere);
  }

  @FieldResolver(() => Warehouse, { description: "Where it is." })
  async warehouse(
    @Root() { warehouseId }: CountSession,
    @Ctx() { em }: RequestContext,
  ): Promise<Warehouse> {
    return toWarehouse(await loadWarehouse(em, warehouseId));
  }

  @FieldResolver(() => User, { nullable: true, description: "Who planned it." })
  async createdBy(
    @Root() { createdById }: CountSession,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, createdById);
  }

  @FieldResolver(() => [User], { description: "Who is to count it; nobody means anybody." })
  async assignees(
    @Root() { warehouseId, rowId }: CountSession,
    @Ctx() { loaders, em }: RequestContext,
  ): Promise<User[]> {
    const ids = await loaders.assignees.load({ warehouseId, sessionId: rowId });
    return Promise.all(ids.map(async (id) => toUser(await loadUser(em, id))));
  }
}

const keyOf = ({ warehouseId, rowId }: CountSession) => ({ warehouseId, id: rowId });

function linesAsked(info: GraphQLResolveInfo, rows: readonly (readonly string[])[]): LinesAsked {
  return {
    line: fieldsAsked(info, rows),
    related: relatedAsked(info, rows),
    areCursorsAsked: areCursorsAsked(info),
  };
}

const sightIn = ({ isBlindHere, seesRounds }: CountSession) => ({
  ...{ isBlind: isBlindHere, seesRounds },
});

/** The one that was named, else all within reach. */
function warehousesOf(
  context: RequestContext,
  id: string | null | undefined,
): readonly number[] | null {
  if (id) return [context.requireWarehouse(singleKeyOf(id, "Warehouse"))];
  const { warehouseIds } = context.actor;
  return warehouseIds && [...warehouseIds];
}
