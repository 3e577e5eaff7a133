import * as xlsx from "@e965/xlsx";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { countOnce, postAll } from "./door/count-and-post.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let warehouse: string;
let sessionId: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  warehouse = (await warehouseIds(ines))["MAIN"] ?? "";
  const petra = await signIn(running.url, people.approver);
  sessionId = await countOnce(ines, maria, warehouse);
  await postAll(ines, petra, sessionId);
});
afterAll(() => running.stop());

const file = (caller: Caller, name: string, asked: Record<string, string> = {}) =>
  fetch(
    new URL(`/report-files/${name}?${new URLSearchParams({ warehouse, ...asked })}`, running.url),
    {
      headers: caller.headers,
    },
  );
const report = `query ($warehouse: ID!, $code: ReportCode!, $filter: ReportFilterInput) {
  report(warehouseId: $warehouse, code: $code, filter: $filter, limit: 500) {
    kind { number title } columns { key kind } rows { cells } rowCount totals { cells } } }`;

test("every report is told, and the file has the same rows", async () => {
  const { data } = await ines.ask(`{ reports { code title filters formulas } }`);
  const kinds = data.reports as { code: string; title: string }[];
  expect(kinds.length).toBeGreaterThan(10);
  for (const { code } of kinds) {
    const asked = await ines.ask(report, { warehouse, code, filter: { sessionId } });
    const { rowCount, columns } = asked.data.report as {
      rowCount: number;
      columns: { key: string }[];
    };
    const answer = await file(ines, `${code}.xlsx`, { sessionId });
    expect(answer.status, code).toBe(200);
    const sheet = xlsx.read(Buffer.from(await answer.arrayBuffer())).Sheets["Report"] ?? {};
    const rows = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    expect(rows.length, code).toBe(rowCount + 2); // its head and its sums
    expect(rows[0], code).toHaveLength(columns.length);
  }
});

test("the review of a count that was posted says what was expected and what was found", async () => {
  const asked = await ines.ask(report, { warehouse, code: "REVIEW", filter: { sessionId } });
  const { kind, columns, rows } = asked.data.report as {
    kind: { number: string };
    columns: { key: string }[];
    rows: { cells: (string | null)[] }[];
  };
  expect(kind.number).toBe("146");
  const at = (key: string) => columns.findIndex((column) => column.key === key);
  const counted = rows.filter(({ cells }) => cells[at("state")] === "Counted");
  expect(counted.length).toBeGreaterThan(0);
  for (const { cells } of counted) {
    const [expected, found, variance] = ["expected", "counted", "variance"].map((key) =>
      Number(cells[at(key)]),
    );
    expect((found ?? 0) - (expected ?? 0)).toBeCloseTo(variance ?? NaN, 6);
  }
});

test("a counter gets none, as a page or as a file", async () => {
  const answer = await file(maria, "REVIEW.csv", { sessionId });
  expect(answer.status).toBe(403);
  const { errors } = await maria.ask(report, { warehouse, code: "REVIEW" });
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});

test.each([
  ["no such report", "NONSENSE.xlsx", {}, 404],
  ["no such kind of file", "REVIEW.exe", {}, 404],
  ["a warehouse that is none", "REVIEW.csv", { warehouse: "nonsense" }, 404],
  ["a day that is none", "REVIEW.csv", { from: "yesterday" }, 400],
  ["days the wrong way round", "REVIEW.csv", { from: "2026-11-02", to: "2026-11-01" }, 400],
  ["a count of nowhere", "REVIEW.csv", { sessionId: "bm90aGluZw" }, 404],
] as const)("%s is answered with a sentence", async (_, name, asked, status) => {
  const answer = await file(ines, name, { ...asked });
  expect(answer.status).toBe(status);
  const { errors } = (await answer.json()) as { errors: { message: string }[] };
  expect(errors[0]?.message).toMatch(/^[A-Z].+\.$/u);
});
