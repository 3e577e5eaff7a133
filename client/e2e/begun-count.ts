import { CancelCountSession } from "@tallyroom/schema/operations/cancel-count-session.ts";
import { CountLines } from "@tallyroom/schema/operations/count-lines.ts";
import { CountSessions } from "@tallyroom/schema/operations/count-sessions.ts";
import { CreateCountSession } from "@tallyroom/schema/operations/create-count-session.ts";
import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { PrintCountSheet } from "@tallyroom/schema/operations/print-count-sheet.ts";
import { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import { ReportPresence } from "@tallyroom/schema/operations/report-presence.ts";
import { StartCountSession } from "@tallyroom/schema/operations/start-count-session.ts";
import { StockChoices } from "@tallyroom/schema/operations/stock-choices.ts";
import type { Page } from "playwright-core";
import { ask } from "./desk.ts";

export interface BegunCount {
  id: string;
  title: string;
  /** Of its lines. */
  path: string;
}

interface PlannedCount {
  title: string;
  isBlind?: boolean;
  isStarted?: boolean;
  /** How many of the warehouse's zones; left out, all of it. */
  zones?: number;
  /** How many zones are passed over before those. */
  afterZones?: number;
  /** Counts that run are called off before: no line may be in two. */
  isAlone?: boolean;
}

/** A count of the main warehouse, planned and begun by the person of this page. */
export async function beginCount(
  page: Page,
  {
    title,
    isBlind = false,
    isStarted = true,
    zones,
    afterZones = 0,
    isAlone = false,
  }: PlannedCount,
): Promise<BegunCount> {
  const warehouseId = await mainWarehouseId(page);
  if (isAlone) await callOffWhatRuns(page, warehouseId);
  const { locations } = await ask(page, StockChoices, { warehouseId });
  const locationIds = locations.nodes
    .slice(afterZones, afterZones + (zones ?? 0))
    .map(({ id }) => id);
  const scope = zones === undefined ? {} : { locationIds };
  const countType = zones === undefined ? ("FULL" as const) : ("LOCATIONS" as const);
  const input = { warehouseId, title, countType, isBlind, scope };
  const { createCountSession: made } = await ask(page, CreateCountSession, { input });
  if (made.__typename !== "CountSessionCreated") throw new Error(made.message);
  const { id } = made.session;
  if (isStarted) {
    const { startCountSession: begun } = await ask(page, StartCountSession, {
      input: { sessionId: id },
    });
    if (begun.__typename !== "CountSessionStarted") throw new Error(begun.message);
  }
  return { id, title, path: `/counts/${encodeURIComponent(id)}/lines?warehouse=MAIN` };
}

async function callOffWhatRuns(page: Page, warehouseId: string): Promise<void> {
  const filter = { status: { in: ["OPEN" as const, "PENDING_APPROVAL" as const] } };
  const { countSessions } = await ask(page, CountSessions, { warehouseId, first: 50, filter });
  for (const { id } of countSessions.nodes) {
    await ask(page, CancelCountSession, { input: { sessionId: id, reason: "Another test" } });
  }
}

async function mainWarehouseId(page: Page): Promise<string> {
  const { viewer } = await ask(page, OpenSession, {});
  const main = viewer?.warehouses.find(({ code }) => code === "MAIN");
  if (!main) throw new Error("There is no main warehouse.");
  return main.id;
}

/** Lines of a count as the person of this page is told them, from the first on. */
export async function linesOf(page: Page, { id }: BegunCount, limit = 50, offset = 0) {
  const variables = { sessionId: id, offset, limit, query: {}, seesValue: false };
  const { countSession } = await ask(page, CountLines, variables);
  return countSession?.lineWindow ?? [];
}

/** Entries made by the person of this page, beside what the page does. */
export async function enterCounts(
  page: Page,
  { id }: BegunCount,
  entries: readonly { lineId: string; quantity: string }[],
  mode: "ADD" | "VERIFY" = "ADD",
): Promise<void> {
  const observations = entries.map(({ lineId, quantity }) => ({
    externalId: crypto.randomUUID(),
    mode,
    clockOffsetMs: 0,
    lineId,
    quantity,
    countedAt: new Date().toISOString(),
  }));
  const input = { sessionId: id, observations };
  const { recordObservations } = await ask(page, RecordObservations, { input });
  const refused = recordObservations.results.find(
    ({ __typename }) => __typename !== "ObservationRecorded",
  );
  if (refused) throw new Error(`Not recorded: ${JSON.stringify(refused)}`);
}

/** All lines of a count on one sheet of paper. */
export async function printSheet(page: Page, { id }: Pick<BegunCount, "id">): Promise<void> {
  const { printCountSheet } = await ask(page, PrintCountSheet, { input: { sessionId: id } });
  if ("message" in printCountSheet) throw new Error(printCountSheet.message);
}

export async function reportPresence(
  page: Page,
  { id }: BegunCount,
  device: { deviceName: string; unsentCount: number },
): Promise<void> {
  const input = { sessionId: id, deviceId: device.deviceName, ...device };
  await ask(page, ReportPresence, { input });
}
