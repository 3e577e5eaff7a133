import { csvOf } from "../../shared/csv.ts";
import type { SheetCell, WorkbookSheet } from "../../shared/workbook.ts";
import {
  importFields,
  importKindWords,
  type ImportField,
  type ImportFieldKey,
  type ImportKind,
} from "./import-kind.ts";
import { byteOrderMark } from "./import-files.ts";

type Example = Readonly<Partial<Record<ImportFieldKey, string>>>;

const examples: Readonly<Record<ImportKind, readonly [Example, ...Example[]]>> = {
  COUNTS: [
    { WAREHOUSE: "MAIN", ITEM: "00420", UNITS: "12", LOCATION: "A-01-02" },
    { WAREHOUSE: "MAIN", ITEM: "00421", UNITS: "", LOCATION: "A-01-03" },
  ],
  ITEMS: [{ ITEM: "00420", DESCRIPTION: "Hinge, 40 mm", UNIT: "EA", UNIT_COST: "4.20" }],
  LOCATIONS: [
    { LOCATION: "A-01-02", NAME: "Aisle 1, bin 2", LOCATION_KIND: "STORAGE", ZONE: "Hall A" },
  ],
  OPENING_STOCK: [{ ITEM: "00420", LOCATION: "A-01-02", UNITS: "12" }],
  MOVES: [
    { MOVE_KIND: "RECEIPT", ITEM: "00420", LOCATION: "A-01-02", UNITS: "12" },
    { MOVE_KIND: "MOVE", ITEM: "00420", LOCATION: "A-01-02", TO_LOCATION: "B-02-01", UNITS: "4" },
  ],
};

/** The headings of a kind with rows that show how it is meant. */
export function templateCsv(kind: ImportKind): string {
  const fields = importFields[kind];
  const rows = examples[kind].map((example) =>
    Object.fromEntries(fields.map(({ key, label }) => [label, example[key]])),
  );
  return (
    byteOrderMark +
    csvOf(
      fields.map(({ label }) => label),
      rows,
    )
  );
}

/** Rows below the example in which a spreadsheet takes nothing for a number that is an id. */
const rowsForText = 500;

/** The headings with one example, and on a second page what stands in each column. */
export function templateWorkbook(kind: ImportKind): WorkbookSheet[] {
  const fields = importFields[kind];
  const [example] = examples[kind];
  const bold = (text: string): SheetCell => ({ text, isBold: true });
  const name = importKindWords[kind];
  return [
    {
      name: name.charAt(0).toUpperCase() + name.slice(1),
      hasHead: true,
      widths: fields.map(({ label }) => Math.max(14, label.length + 4)),
      rows: [
        fields.map(({ label }) => bold(label)),
        fields.map((field) => cellOf(field, example[field.key] ?? null)),
        ...Array.from({ length: rowsForText }, () => fields.map((field) => cellOf(field, null))),
      ],
    },
    {
      name: "Columns",
      hasHead: true,
      widths: [18, 12, 80],
      rows: [
        ["Column", "Needed", "What stands in it"].map(bold),
        ...fields.map(({ label, isRequired, about }) => [
          { text: label },
          { text: isRequired ? "yes" : "" },
          { text: about },
        ]),
      ],
    },
  ];
}

const numbers: ReadonlySet<ImportFieldKey> = new Set(["UNITS", "UNIT_COST"]);

function cellOf({ key }: ImportField, value: string | null): SheetCell {
  if (!numbers.has(key)) return { text: value ?? "", staysText: true };
  return value === null ? null : { number: Number(value) };
}
