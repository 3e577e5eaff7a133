import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

const see = "view:stock-count";
const count = "update:stock-count";
const asField = "as-field";

/** Whoever counts may do so on paper. What the books say is left out of a sheet as it is of a line. */
export const sheetAccess: AccessRules = {
  Mutation: { printCountSheet: count, ...argumentsOf("printCountSheet", ["input"]) },
  CountSession: {
    ...everyFieldIs(see, ["sheets", "sheet", "sheetLines", "sheetFinds"]),
    ...argumentsOf("sheets", ["atMost"]),
    ...argumentsOf("sheet", ["number"]),
    ...argumentsOf("sheetLines", ["number"]),
    ...argumentsOf("sheetFinds", ["number"]),
  },
  CountSheet: everyFieldIs(see, [
    "id",
    "number",
    "printedAt",
    "printedBy",
    "claimedBy",
    "location",
    "isRestOnly",
    "showsBooks",
    "linesTotal",
    "linesEntered",
    "path",
  ]),
  CountSheetLine: everyFieldIs(see, ["position", "line", "entry"]),
  CountSheetEntry: everyFieldIs(see, [
    "externalId",
    "counter",
    "enteredBy",
    "quantity",
    "unitCode",
    "serials",
    "countedAt",
  ]),
  CountSheetFind: everyFieldIs(see, [
    "externalId",
    "location",
    "item",
    "lotCode",
    "rawScan",
    "quantity",
    "unitCode",
    "serials",
    "note",
    "countedAt",
    "counter",
    "enteredBy",
  ]),
  PrintCountSheetInput: everyFieldIs(count, [
    "sessionId",
    "locationId",
    "claimedById",
    "isRestOnly",
    "showsBooks",
  ]),
  CountSheetPrinted: { sheet: see },
  PrintCountSheetRejected: everyFieldIs(asField, ["reason", "message"]),
};
