import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";
import { reportCodes } from "../domain/report-code.ts";

/** Every report tells what was expected: they are for nobody for whom a count may be blind. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
const asField = "as-field";

export const reportAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["reports", "report"]),
    ...argumentsOf("report", ["warehouseId", "code", "filter", "offset", "limit"]),
  },
  ReportKind: everyFieldIs(see, ["code", "number", "title", "about", "formulas", "filters"]),
  ReportColumn: everyFieldIs(see, ["key", "title", "kind"]),
  ReportRow: everyFieldIs(see, ["cells"]),
  // Columns of money are left out for those who may not see costs.
  Report: everyFieldIs(see, ["kind", "columns", "rows", "rowCount", "totals"]),
  ReportFilterInput: everyFieldIs(asField, [
    "from",
    "to",
    "sessionId",
    "itemId",
    "locationId",
    "categoryId",
  ]),
  ReportCode: everyFieldIs(asField, reportCodes),
};
