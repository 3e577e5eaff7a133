import { graphql } from "../graphql.ts";

export const ReportParts = graphql(`
  fragment ReportParts on Report {
    kind {
      code
      number
      title
      about
      formulas
      filters
    }
    columns {
      key
      title
      kind
    }
    rows {
      cells
    }
    rowCount
    totals {
      cells
    }
  }
`);
