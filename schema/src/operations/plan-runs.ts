import { graphql } from "../graphql.ts";

/** What was made so far, and what has set off counts. */
export const PlanRuns = graphql(`
  query PlanRuns($warehouseId: ID!) {
    plan(warehouseId: $warehouseId) {
      runs {
        kind
        runOn
        madeAt
        counts
        places
        lines
        madeBy {
          id
          name
        }
      }
      triggers {
        kind
        happenedAt
        location {
          id
          code
          name
        }
        session {
          id
          number
        }
      }
    }
  }
`);
