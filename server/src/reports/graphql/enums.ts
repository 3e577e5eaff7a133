import { enumOf } from "../../counting/graphql/enums.ts";
import { reportKinds, type ReportCode as Code } from "../domain/report-code.ts";
import type { FilterName } from "../domain/report-filter.ts";
import type { ColumnKind } from "../domain/report-table.ts";

const sentences = Object.fromEntries(
  Object.entries(reportKinds).map(([code, { title, number }]) => [
    code,
    number ? `${title}, report ${number}.` : `${title}.`,
  ]),
) as Record<Code, string>;

export const ReportCode = enumOf<Code>("ReportCode", "Which report.", sentences);

export const ReportFilterName = enumOf<FilterName>(
  "ReportFilterName",
  "What a report can be narrowed to.",
  {
    DATES: "Days of the site.",
    SESSION: "One count.",
    ITEM: "One item.",
    LOCATION: "One place with all below it.",
    CATEGORY: "One category.",
  },
);

export const ReportColumnKind = enumOf<ColumnKind>(
  "ReportColumnKind",
  "What a column of a report holds.",
  {
    TEXT: "Words.",
    CODE: "What is read letter by letter, such as an item number.",
    COUNT: "A whole number.",
    QUANTITY: "A decimal.",
    VARIANCE: "A decimal with its sign.",
    MONEY: "In the money of the warehouse.",
    MONEY_VARIANCE: "In the money of the warehouse, with its sign.",
    PERCENT: "Of a hundred.",
    DATE: "A day.",
    MOMENT: "An instant, in UTC.",
  },
);
