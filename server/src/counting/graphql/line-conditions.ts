import type { RequestContext } from "../../context.ts";
import { Refusal } from "../../shared/refusal.ts";
import { tellsExpected } from "../domain/line-view.ts";
import { haveAllChanged, sequenceOfCursor } from "../queries/changed-since.ts";
import { readSelection } from "../queries/read-selection.ts";
import type { LineConditions } from "../queries/list-lines.ts";
import type { CountLineQuery } from "./line-query.ts";
import type { CountSession } from "./objects.ts";

/** What a question for lines may ask of this person: the one way from an input to the database. */
export async function conditionsOf(
  context: RequestContext,
  session: CountSession,
  query: CountLineQuery = {},
): Promise<LineConditions> {
  refuseTelling(session, query);
  const { selection, changedSince, filter, ...rest } = query;
  return {
    ...rest,
    filter: filter ?? {}, // null is as good as left out
    selection: selection == null ? undefined : await usable(context, session, selection),
    isLatestRoundOnly: isLatestRoundOnly(session),
    seesSecondSerials: context.may("view:expected-quantity"),
    changedSince: changedSince == null ? undefined : await since(context, session, changedSince),
  };
}

/** Whether the looker may not know what was found in rounds before the latest, where there are any. */
export function isLatestRoundOnly({ seesRounds, linesRecounted }: CountSession): boolean {
  return linesRecounted > 0 && !seesRounds;
}

/** What is in a list, and what comes first, can tell as much as a number. */
function refuseTelling({ isBlindHere }: CountSession, { view, orderBy }: CountLineQuery): void {
  if (isBlindHere && tellsExpected(view ?? "ALL", orderBy?.field ?? "LINE_NUMBER"))
    throw new Refusal(
      "FORBIDDEN",
      "This count is blind: that view or order would tell its result.",
    );
}

async function usable(
  { db, actor, now }: RequestContext,
  { warehouseId, rowId }: CountSession,
  token: string,
): Promise<string> {
  const use = { warehouseId, sessionId: rowId, token, actorId: actor.userId, now };
  return (await readSelection(db, use)).token;
}

async function since(
  { db }: RequestContext,
  { warehouseId, rowId, epoch, sequence, hiddenEvents, eventsPruned, isBlindHere }: CountSession,
  cursor: string,
): Promise<LineConditions["changedSince"]> {
  const session = { warehouseId, id: rowId, epoch, sequence, hiddenEvents };
  const position = await sequenceOfCursor(db, session, cursor);
  // What is no longer known may have been anything.
  const isAll = position < eventsPruned || (await haveAllChanged(db, session, position));
  return isAll ? undefined : { position, isBlind: isBlindHere };
}
