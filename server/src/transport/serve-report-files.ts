import type { FastifyInstance } from "fastify";
import { seesWarehouse } from "../accounts/domain/identity.ts";
import type { Server } from "../context.ts";
import { reportCodes, reportKinds, type ReportCode } from "../reports/domain/report-code.ts";
import { reportCsv } from "../reports/domain/report-csv.ts";
import { sheetsOf } from "../reports/domain/report-sheet.ts";
import { describeFilter } from "../reports/queries/describe-filter.ts";
import { readFilter, type GivenFilter } from "../reports/queries/read-filter.ts";
import { readReport } from "../reports/queries/read-report.ts";
import { singleKeyOf } from "../shared/opaque-id.ts";
import { notFound, Refusal } from "../shared/refusal.ts";
import { wallClock } from "../shared/wall-clock.ts";
import { workbookOf } from "../shared/workbook.ts";
import { answerInItsWords, identifyOrRefuse } from "./plain-http.ts";

const rowsAtMost = 200_000;
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Asked extends GivenFilter {
  warehouse?: string;
}

/** A report as a file, for whoever may see it as a page: report-files/REVIEW.xlsx, or .csv. */
export function serveReportFiles(fastify: FastifyInstance, server: Server): void {
  fastify.get<{ Params: { file: string }; Querystring: Asked }>(
    "/report-files/:file",
    (request, reply) =>
      answerInItsWords(reply, async () => {
        const identity = await identifyOrRefuse(server, request);
        const may = (permission: "view:stock-count" | "view:expected-quantity" | "view:cost") =>
          identity.permissions.has(permission);
        if (!may("view:stock-count") || !may("view:expected-quantity"))
          throw new Refusal("FORBIDDEN", "You may not read reports.");
        const { code, ending } = fileAsked(request.params.file);
        const warehouseId = singleKeyOf(request.query.warehouse ?? "", "Warehouse");
        if (!seesWarehouse(identity, warehouseId)) throw notFound("warehouse");
        const filter = await readFilter(server.db, warehouseId, checkedDays(request.query));
        const now = server.now();
        const asked = { filter, now, seesCost: may("view:cost") };
        const part = { offset: 0, limit: rowsAtMost };
        const table = await readReport(server.db, code, asked, part);
        if (table.rowCount > rowsAtMost)
          throw new Refusal(
            "BAD_USER_INPUT",
            `This report has ${table.rowCount} rows, and a file holds ${rowsAtMost}: narrow it to fewer days or one count.`,
          );
        const made = { ...(await describeFilter(server.db, filter)), kind: reportKinds[code], now };
        const day = wallClock(now, made.timeZone).slice(0, 10);
        const name = `${made.kind.title.toLowerCase().replaceAll(/[^a-z]+/gu, "-")}-${day}`;
        return reply
          .header("cache-control", "no-store")
          .header("content-disposition", `attachment; filename="${name}.${ending}"`)
          .type(ending === "csv" ? "text/csv; charset=utf-8" : spreadsheet)
          .send(
            ending === "csv"
              ? reportCsv(table, made.timeZone)
              : await workbookOf(sheetsOf(table, made)),
          );
      }),
  );
}

function fileAsked(file: string): { code: ReportCode; ending: "csv" | "xlsx" } {
  const [name, ending] = file.split(".");
  const code = reportCodes.find((each) => each === name);
  if (!code || (ending !== "csv" && ending !== "xlsx")) throw notFound("report");
  return { code, ending };
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/u;

function checkedDays(asked: Asked): GivenFilter {
  for (const day of [asked.from, asked.to])
    if (day && (!calendarDay.test(day) || Number.isNaN(Date.parse(day))))
      throw new Refusal("BAD_USER_INPUT", "Give from and to as days, such as 2026-11-01.");
  return asked;
}
