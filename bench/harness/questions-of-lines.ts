const PAGE = "nodes { id quantityCounted quantityExpected quantityVariance }";
const DEEP = 50_000;

export interface Question {
  what: string;
  /** A field of a count. */
  field: string;
}

const asked = (what: string, field: string): Question => ({ what, field });

const views: Question[] = [
  asked("the first 100 lines", `lines(first: 100) { ${PAGE} }`),
  asked("100 discrepancies", `lines(first: 100, query: { view: DISCREPANCIES }) { ${PAGE} }`),
  asked("100 shortages", `lines(first: 100, query: { view: SHORTAGES }) { ${PAGE} }`),
  asked("100 lines not counted", `lines(first: 100, query: { view: NOT_COUNTED }) { ${PAGE} }`),
  asked("100 flagged lines", `lines(first: 100, query: { view: FLAGGED }) { ${PAGE} }`),
  asked("a search of two words", `lines(first: 100, query: { search: "wheel 12" }) { ${PAGE} }`),
  asked("totals of all lines", "totals { lines quantityVarianceGross valueVarianceGross }"),
  asked(
    "totals of the discrepancies",
    "totals(query: { view: DISCREPANCIES }) { lines quantityVarianceGross }",
  ),
  asked("how many lines there are", "lines(first: 1) { totalCount }"),
  asked("progress by zone", "progressByZone { lines counted location { code } }"),
  asked("progress by counter", "progressByCounter { lines entries }"),
];

const inIndexes = ["LINE_NUMBER", "ITEM", "LOCATION"];
/** No index has them in order, or every entry would have to write to it; the limit is the same. */
const byQuantity = ["QUANTITY_COUNTED", "QUANTITY_EXPECTED", "QUANTITY_VARIANCE", "VALUE_VARIANCE"];

const orders = [...inIndexes, ...byQuantity].flatMap((field) =>
  ["ASC", "DESC"].flatMap((direction) => {
    const query = `query: { orderBy: { field: ${field}, direction: ${direction} } }`;
    const way = `${field} ${direction}`;
    return [
      asked(`the first 100 by ${way}`, `lines(first: 100, ${query}) { ${PAGE} }`),
      asked(
        `100 behind ${DEEP} by ${way}`,
        `lineWindow(offset: ${DEEP}, limit: 100, ${query}) { id quantityCounted }`,
      ),
    ];
  }),
);

export const questionsOfLines: Question[] = [...views, ...orders];
