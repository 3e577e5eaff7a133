import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { reportCodes, reportKinds, type ReportCode as Code } from "../domain/report-code.ts";
import type { ReportRow as Row } from "../domain/report-table.ts";
import { readFilter } from "../queries/read-filter.ts";
import { readReport } from "../queries/read-report.ts";
import { ReportCode } from "./enums.ts";
import { Report, ReportColumn, ReportFilterInput, ReportKind, ReportRow } from "./objects.ts";

const rowsAtMost = 500;

@Resolver()
export class ReportsResolver {
  @Query(() => [ReportKind], { description: "The reports there are." })
  reports(): ReportKind[] {
    return reportCodes.map(toKind);
  }

  @Query(() => Report, {
    description: "A report, read as things stand; as a file it is had at /report-files/.",
  })
  async report(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Arg("code", () => ReportCode, { description: "Which report." }) code: Code,
    @Arg("filter", () => ReportFilterInput, {
      nullable: true,
      description: "What it is narrowed to.",
    })
    given: ReportFilterInput | undefined,
    @Arg("offset", () => Int, { defaultValue: 0, description: "How many rows to pass over." })
    offset: number,
    @Arg("limit", () => Int, { defaultValue: 100, description: "How many rows; at most 500." })
    limit: number,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    if (offset < 0 || limit < 1 || limit > rowsAtMost)
      throw new Refusal("BAD_USER_INPUT", `Ask for 1 to ${rowsAtMost} rows, from 0 on.`);
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const filter = await readFilter(context.db, warehouseId, given ?? {});
    const asked = { filter, now: context.now, seesCost: context.may("view:cost") };
    const table = await readReport(context.db, code, asked, { offset, limit });
    const toRow = (row: Row) =>
      Object.assign(new ReportRow(), { cells: table.columns.map(({ key }) => row[key] ?? null) });
    return Object.assign(new Report(), {
      kind: toKind(code),
      columns: table.columns.map((column) => Object.assign(new ReportColumn(), column)),
      rows: table.rows.map(toRow),
      rowCount: table.rowCount,
      totals: toRow(table.totals),
    });
  }
}

const toKind = (code: Code) => Object.assign(new ReportKind(), { code, ...reportKinds[code] });
