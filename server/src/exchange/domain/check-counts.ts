import { eachRow, mapRows, type InPieces } from "./in-pieces.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import {
  lineKeyOf,
  placeKey,
  serialKeyOf,
  type CountFacts,
  type KnownItem,
  type KnownSession,
} from "./count-facts.ts";
import { textOf, type MappedRow } from "./mapped-row.ts";
import { RowErrors, type RowError, type RowFigures } from "./row-errors.ts";
import {
  checkLengths,
  instantOf,
  isByPiece,
  itemOf,
  lotOf,
  placeOf,
  quantityOf,
} from "./stock-row.ts";

/** What was found of one line: a quantity, or the pieces by their serials. */
export interface CountToImport {
  /** The first of the rows it is made of. */
  row: number;
  itemId: number;
  locationId: number;
  lotCode: string | null;
  quantity: string;
  serials: string[];
  countedAt: string;
}

/** What goes to one count: one that is open, or a new one of these items in these places. */
export interface SessionToImport {
  sessionId: number | null;
  name: string;
  itemIds: number[];
  locationIds: number[];
  counts: CountToImport[];
}

export interface CheckedCounts extends RowFigures {
  plan: SessionToImport[];
  errors: RowError[];
}

/** A row that is understood, with everything that it names. */
interface UnderstoodRow {
  row: MappedRow;
  session: string;
  item: KnownItem;
  locationId: number;
  lotCode: string | null;
  serial: string | null;
  /** Undefined is not counted. */
  quantity: Decimal | undefined;
  countedAt: Date;
}

/** Judges every row of a file of counts, and says what of it would go to which count. */
export function* checkCounts(
  rows: readonly MappedRow[],
  facts: CountFacts,
): InPieces<CheckedCounts> {
  const errors = new RowErrors();
  const judged = yield* mapRows(rows, (row) => understand(row, facts, errors));
  yield;
  const understood = judged.filter((row) => row !== null);
  yield* markRepeated(understood, errors);
  yield* markSessions(understood, facts, errors);
  yield;
  const good = understood.filter(({ row }) => !errors.has(row));
  yield;
  const rowsBlank = good.filter(({ quantity }) => quantity === undefined).length;
  return {
    plan: yield* planOf(good, facts),
    errors: errors.inOrder(),
    rowsReady: good.length - rowsBlank,
    rowsBlank,
    rowsWrong: errors.rowCount,
  };
}

function understand(row: MappedRow, facts: CountFacts, errors: RowErrors): UnderstoodRow | null {
  checkLengths(row, errors);
  checkWarehouse(row, facts, errors);
  const item = itemOf(row, facts, errors);
  if (item && facts.options.mustBeAssigned && !item.isAssignedHere)
    errors.add(row, "ITEM", "ITEM_NOT_USABLE", "The item is not assigned to this warehouse.");
  const locationId = locationOf(row, item, facts, errors);
  const quantity = quantityOf(row, item, facts, errors);
  if (quantity?.isZero() && !facts.options.allowsZero)
    errors.add(row, "UNITS", "ZERO_NOT_ALLOWED", "Leave it blank: option 325 refuses counts of 0.");
  const countedAt = instantOf(row, "COUNTED_AT", facts, errors);
  if (!item || locationId === null) return null;
  const lot = lotOf(row, item, locationId, facts, errors);
  const piece = pieceOf(row, item, quantity, facts, errors);
  if (!lot || !piece || !countedAt || quantity === null) return null;
  const session = textOf(row, "SESSION");
  return { row, session, item, locationId, ...lot, ...piece, quantity, countedAt };
}

function checkWarehouse(row: MappedRow, facts: CountFacts, errors: RowErrors): void {
  const { code, name } = facts.warehouse;
  const named = textOf(row, "WAREHOUSE").toLowerCase();
  if (named === "") {
    errors.add(row, "WAREHOUSE", "MISSING", "Say which warehouse it is.");
    return;
  }
  if (named === code.toLowerCase() || named === name.toLowerCase()) return;
  errors.add(
    row,
    "WAREHOUSE",
    "WAREHOUSE_OTHER",
    `This import is for ${name}: import the rows of other warehouses there.`,
  );
}

/** Without a place the only one that has the item is meant. */
function locationOf(
  row: MappedRow,
  item: KnownItem | null,
  facts: CountFacts,
  errors: RowErrors,
): number | null {
  if (textOf(row, "LOCATION") !== "") return placeOf(row, "LOCATION", facts, errors)?.id ?? null;
  if (!item) return null;
  const [only, ...more] = facts.placesOfItem.get(item.id) ?? [];
  if (only !== undefined && more.length === 0) return only;
  const why =
    only === undefined ? "The item lies nowhere" : `The item lies in ${more.length + 1} places`;
  return errors.add(row, "LOCATION", "LOCATION_MISSING", `${why}: say in which it was counted.`);
}

function pieceOf(
  row: MappedRow,
  item: KnownItem,
  quantity: Decimal | null | undefined,
  facts: CountFacts,
  errors: RowErrors,
): { serial: string | null } | null {
  const first = textOf(row, "SERIAL");
  const second = facts.options.usesSecondSerials ? textOf(row, "SERIAL2") : "";
  const known = second === "" ? undefined : facts.serialOfSecond.get(serialKeyOf(item.id, second));
  const serial = first || known || "";
  if (!isByPiece(item))
    return first || second
      ? errors.add(row, "SERIAL", "SERIAL", "This item has no serials: leave the serial blank.")
      : { serial: null };
  if (second !== "" && first === "" && !known)
    return errors.add(row, "SERIAL2", "SERIAL", "No piece has this second serial: give the first.");
  if (known && first !== "" && known !== first)
    return errors.add(row, "SERIAL2", "SERIAL", `This second serial belongs to ${known}.`);
  if (serial === "")
    return quantity?.isZero() || quantity === undefined
      ? { serial: null }
      : errors.add(row, "SERIAL", "SERIAL", "Give the serial: one row for each piece.");
  if (quantity && !quantity.isZero() && !quantity.eq(1))
    return errors.add(row, "UNITS", "SERIAL", "A serial is one piece: give 1, 0 or nothing.");
  return { serial };
}

function* markRepeated(rows: readonly UnderstoodRow[], errors: RowErrors): InPieces<void> {
  const seen = new Map<string, UnderstoodRow>();
  yield* eachRow(rows, (each) => {
    const { row, item, locationId, lotCode, serial, quantity } = each;
    const key =
      serial === null
        ? `${each.session}|${lineKeyOf(item.id, locationId, lotCode)}`
        : `serial ${serialKeyOf(item.id, serial)}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, each);
      return;
    }
    const [before, now] = [first.quantity, quantity].map((found) => found?.toFixed() ?? "blank");
    const units = before === now ? `both with ${now}` : `with ${before} and ${now}`;
    if (serial === null)
      errors.add(
        row,
        null,
        "DUPLICATE",
        `Same item and place as row ${first.row.number}, ${units}: keep one.`,
      );
    else
      errors.add(
        row,
        "SERIAL",
        "DUPLICATE",
        `This serial stands in row ${first.row.number} already: keep one.`,
      );
  });
}

function* markSessions(
  rows: readonly UnderstoodRow[],
  facts: CountFacts,
  errors: RowErrors,
): InPieces<void> {
  for (const [name, all] of Map.groupBy(rows, ({ session }) => session)) {
    yield;
    const session = facts.sessions.get(name);
    if (session) markOpen(all, session, errors);
    else yield* markNew(all, facts, errors);
  }
}

function markOpen(rows: readonly UnderstoodRow[], session: KnownSession, errors: RowErrors): void {
  if (session.canCount) return;
  for (const { row } of rows)
    errors.add(
      row,
      "SESSION",
      "SESSION_NOT_OPEN",
      `${session.name} takes no more counts: name one that is open, or a new one.`,
    );
}

/** A new count has the lines that the books have; without any it cannot begin. */
function* markNew(
  rows: readonly UnderstoodRow[],
  facts: CountFacts,
  errors: RowErrors,
): InPieces<void> {
  yield* eachRow(rows, ({ row, item, locationId, lotCode }) => {
    const holder = facts.heldBy.get(lineKeyOf(item.id, locationId, lotCode));
    if (holder)
      errors.add(
        row,
        "SESSION",
        "LINE_HELD",
        `${holder.name} counts this line: name it in Count Session, or wait until it is closed.`,
        holder.name,
      );
  });
  yield;
  const good = rows.filter(({ row }) => !errors.has(row));
  const isStocked = ({ item, locationId }: UnderstoodRow) =>
    facts.lotsOnHand.has(placeKey(item.id, locationId));
  if (good.some(isStocked)) return;
  for (const { row } of good)
    errors.add(
      row,
      "SESSION",
      "SESSION_EMPTY",
      "The books have none of these items in their places, so a new count would have no lines: import the stock first, or name a count that is open.",
    );
}

function* planOf(rows: readonly UnderstoodRow[], facts: CountFacts): InPieces<SessionToImport[]> {
  const groups = Map.groupBy(rows, ({ session }) => facts.sessions.get(session)?.id ?? session);
  const plan: SessionToImport[] = [];
  for (const all of groups.values()) {
    yield;
    plan.push({
      sessionId: facts.sessions.get(all[0]?.session ?? "")?.id ?? null,
      name: all[0]?.session ?? "",
      itemIds: [...new Set(all.map(({ item }) => item.id))],
      locationIds: [...new Set(all.map(({ locationId }) => locationId))],
      counts: yield* countsOf(all),
    });
  }
  return plan;
}

/** The pieces of a line are one count; a piece with 0 was looked for and is not there. */
function* countsOf(rows: readonly UnderstoodRow[]): InPieces<CountToImport[]> {
  const counted = rows.filter(({ quantity }) => quantity !== undefined);
  const lines = new Map<string, [UnderstoodRow, ...UnderstoodRow[]]>();
  yield* eachRow(counted, (row) => {
    const key = lineKeyOf(row.item.id, row.locationId, row.lotCode);
    const line = lines.get(key);
    if (line) line.push(row);
    else lines.set(key, [row]);
  });
  return yield* mapRows(lines.values(), (all) => {
    const [first] = all;
    const { item, locationId, lotCode, quantity } = first;
    const found = all.filter((each) => each.serial !== null && each.quantity?.isZero() === false);
    const serials = found.map(({ serial }) => serial as string);
    const last = Math.max(...all.map(({ countedAt }) => countedAt.valueOf()));
    return {
      row: first.row.number,
      ...{ itemId: item.id, locationId, lotCode, serials },
      quantity: isByPiece(item) ? String(serials.length) : (quantity?.toFixed() ?? "0"),
      countedAt: new Date(last).toISOString(),
    };
  });
}
