import { HandLines } from "@tallyroom/schema/operations/hand.ts";
import pg from "pg";
import type { Page } from "playwright-core";
import { beginCount } from "./begun-count.ts";
import { ask, enter, type Desk } from "./desk.ts";

export type FloorLine = Awaited<ReturnType<typeof linesOnFloor>>[number];

export interface Floor {
  ines: Page;
  countId: string;
  lines: FloorLine[];
}

/** A count that has begun, and its lines as a counter is told them. */
export async function beginOnFloor(
  desk: Desk,
  title: string,
  { isBlind = true, isWhole = false } = {},
): Promise<Floor> {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const { id: countId } = await beginCount(ines, {
    ...{ title, isBlind, isAlone: true },
    ...(!isWhole && { zones: 2 }),
  });
  return { ines, countId, lines: await linesOnFloor(ines, countId) };
}

async function linesOnFloor(page: Page, sessionId: string) {
  const limit = 250;
  const read = async (offset: number) => {
    const variables = { sessionId, offset, limit, filter: {}, withPieces: true };
    const { countSession } = await ask(page, HandLines, variables);
    return countSession?.lineWindow ?? [];
  };
  const lines = [...(await read(0))];
  for (let all = lines.length === limit; all;) {
    const more = await read(lines.length);
    lines.push(...more);
    all = more.length === limit;
  }
  return lines;
}

/** A line that is counted piece by piece, of which the books expect several. */
export function serialLine({ lines }: Floor) {
  const found = lines.find(
    ({ item, pieces }) => item.tracking === "SERIAL" && (pieces?.length ?? 0) >= 3,
  );
  if (!found) throw new Error("No line of this count has several serials.");
  return { ...found, pieces: found.pieces ?? [] };
}

/** A line that is counted by quantity, with the code on its label. */
export function simpleLine({ lines }: Floor, at = 0) {
  const fitting = lines.flatMap((line) => {
    const gtin = line.item.barcodes.find(({ kind, pack }) => kind === "GTIN" && pack === null);
    const alone = lines.filter(
      (each) => each.location.id === line.location.id && each.item.id === line.item.id,
    );
    return line.item.tracking === "BULK" && gtin && alone.length === 1
      ? [{ ...line, gtin: gtin.code }]
      : [];
  });
  const found = fitting[at];
  if (!found) throw new Error("No line of this count is like that.");
  return found;
}

export interface StoredEntry {
  externalId: string;
  mode: string;
  quantity: string | null;
  lineId: string | null;
}

/** What was entered in this test's browsers, in the order in which the database stored it. */
export async function storedEntries({ server }: Desk): Promise<StoredEntry[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredEntry>(`
      select external_id as "externalId", mode, trim_scale(quantity)::text as quantity,
        line_id::text as "lineId"
      from observation where external_id not like 'demonstration %' order by id`);
    return rows;
  } finally {
    await client.end();
  }
}
