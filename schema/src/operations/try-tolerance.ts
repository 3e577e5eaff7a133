import { graphql } from "../graphql.ts";

/** What rules would say of a line that nobody has counted. */
export const TryTolerance = graphql(`
  query TryTolerance($input: TryToleranceInput!) {
    tryTolerance(input: $input) {
      variance
      rulePosition
      verdict {
        isWithin
        source
        breaches {
          limit
          side
          allowed
          found
          isCostUnknown
        }
      }
    }
  }
`);
