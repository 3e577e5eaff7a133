import { graphql } from "../graphql.ts";

/** What reports are there, and what they can be narrowed to. */
export const ReportChoices = graphql(`
  query ReportChoices($warehouseId: ID!) {
    reports {
      code
      number
      title
      about
      formulas
      filters
    }
    categories {
      id
      name
    }
    countSessions(warehouseId: $warehouseId, first: 100) {
      nodes {
        id
        number
        title
      }
    }
  }
`);
