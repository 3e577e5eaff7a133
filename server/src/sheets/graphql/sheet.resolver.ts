import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import { Location } from "../../catalogue/graphql/objects.ts";
import { toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountLine, CountSession } from "../../counting/graphql/objects.ts";
import { toLine } from "../../counting/graphql/to-object.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { listSheets, sheetNumbered } from "../queries/load-sheet.ts";
import { readSheetLines } from "../queries/read-sheet-lines.ts";
import { CountSheet, CountSheetEntry, CountSheetLine } from "./objects.ts";
import { toSheet } from "./to-object.ts";

const sheetsAtMost = 250;

@Resolver(() => CountSession)
export class SheetsOfCountResolver {
  @FieldResolver(() => [CountSheet], { description: "Its sheets of paper, the latest first." })
  async sheets(
    @Root() { warehouseId, rowId: sessionId }: CountSession,
    @Arg("atMost", () => Int, { defaultValue: 50, description: "How many; at most 250." })
    atMost: number,
    @Ctx() { db }: RequestContext,
  ): Promise<CountSheet[]> {
    if (atMost < 0 || atMost > sheetsAtMost)
      throw new Refusal("BAD_USER_INPUT", `Ask for 0 to ${sheetsAtMost} sheets.`);
    return (await listSheets(db, { warehouseId, sessionId }, atMost)).map(toSheet);
  }

  @FieldResolver(() => CountSheet, {
    nullable: true,
    description: "One of its sheets by the number that stands on it; null where there is none.",
  })
  async sheet(
    @Root() { warehouseId, rowId: sessionId }: CountSession,
    @Arg("number", () => Int, { description: "Its number." }) number: number,
    @Ctx() { db }: RequestContext,
  ): Promise<CountSheet | null> {
    const row = await sheetNumbered(db, { warehouseId, sessionId }, number);
    return row && toSheet(row);
  }

  @FieldResolver(() => [CountSheetLine], {
    description:
      "The lines of one of its sheets in the order in which they stand on it, with what was typed in; none where there is no such sheet.",
  })
  async sheetLines(
    @Root() { warehouseId, rowId: sessionId, isBlindHere }: CountSession,
    @Arg("number", () => Int, { description: "Its number." }) number: number,
    @Ctx() context: RequestContext,
  ): Promise<CountSheetLine[]> {
    const { seesExpected } = lookerOf(context);
    const looker = { seesExpected, userId: context.actor.userId };
    const rows = await readSheetLines(context.db, { warehouseId, sessionId, number }, looker);
    return rows.map(({ position, lineId: lineRowId, entry: entered }) =>
      Object.assign(new CountSheetLine(), {
        ...{ warehouseId, lineRowId, isBlindHere, entered, position },
      }),
    );
  }
}

@Resolver(() => CountSheet)
export class CountSheetResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who has printed it." })
  printedBy(@Root() { printedById }: CountSheet, @Ctx() { em }: RequestContext) {
    return userOrNull(em, printedById);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Whose places stand on it, claimed or shared out; null where all do.",
  })
  claimedBy(@Root() { claimedById }: CountSheet, @Ctx() { em }: RequestContext) {
    return userOrNull(em, claimedById);
  }

  @FieldResolver(() => Location, {
    nullable: true,
    description: "The place that it was narrowed to; null for the whole count.",
  })
  location(
    @Root() { warehouseId, locationRowId: locationId }: CountSheet,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location | null> | null {
    if (locationId === null) return null;
    return nullIfNotFound(async () =>
      toLocation(await loaders.location.load({ warehouseId, locationId })),
    );
  }
}

@Resolver(() => CountSheetLine)
export class CountSheetLineResolver {
  @FieldResolver(() => CountLine, { description: "The line as it is now." })
  async line(
    @Root() { warehouseId, lineRowId: lineId, isBlindHere: isBlind }: CountSheetLine,
    @Ctx() context: RequestContext,
  ): Promise<CountLine> {
    const row = await context.loaders.line.load({ warehouseId, lineId });
    if (!row) throw notFound("count line");
    return toLine(row, { isBlind, seesRounds: lookerOf(context).seesExpected });
  }

  @FieldResolver(() => CountSheetEntry, {
    nullable: true,
    description:
      "What was typed in from this sheet; to those who may not see what is expected, what they counted or typed themselves.",
  })
  entry(@Root() { entered }: CountSheetLine): CountSheetEntry | null {
    return entered && Object.assign(new CountSheetEntry(), entered);
  }
}

@Resolver(() => CountSheetEntry)
export class CountSheetEntryResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who has counted." })
  counter(@Root() { counterId }: CountSheetEntry, @Ctx() { em }: RequestContext) {
    return userOrNull(em, counterId);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Who has typed it, where that was somebody else.",
  })
  enteredBy(@Root() { enteredById }: CountSheetEntry, @Ctx() { em }: RequestContext) {
    return userOrNull(em, enteredById);
  }
}
