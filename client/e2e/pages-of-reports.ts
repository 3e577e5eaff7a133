import { ReportChoices } from "@tallyroom/schema/operations/report-choices.ts";
import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import type { Page } from "playwright-core";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { ask } from "./desk.ts";

/** Where a picture stands, it is waited for; elsewhere rows, or what says that there are none. */
const pictures: Partial<Record<string, string>> = {
  HISTORY: ".history .formulas",
  CAUSES: "td.stairs",
  EXPIRY: "td.bar",
  EXPIRY_BY_MONTH: "td.bar",
  COVERAGE: "td.day",
  COVERAGE_BY_DAY: "td.day",
};

type ReadyPage = [path: string, ready: string];

/** Every report there is, with lines that differ and some that expire, and what shows that it is drawn. */
export async function pagesOfReports(page: Page): Promise<ReadyPage[]> {
  const count = await beginCount(page, { title: "For all reports", isAlone: true });
  const lines = await linesOf(page, count, 200);
  const entries = lines.map(({ id }) => ({ lineId: id, quantity: "7" }));
  await enterCounts(page, count, entries);
  const { viewer } = await ask(page, OpenSession, {});
  const main = viewer?.warehouses.find(({ code }) => code === "MAIN");
  const { reports } = await ask(page, ReportChoices, { warehouseId: main?.id ?? "" });
  return reports.map(({ code }) => [
    `/reports/${code.toLowerCase()}?warehouse=MAIN`,
    pictures[code] ?? ".report :is(tbody tr, .empty-state)",
  ]);
}
