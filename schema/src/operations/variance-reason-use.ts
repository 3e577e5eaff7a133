import { graphql } from "../graphql.ts";

/** Reasons with how often each was found, for those who may see that lines differ. */
export const VarianceReasonUse = graphql(`
  query VarianceReasonUse($seesUse: Boolean!) {
    varianceReasons {
      code
      name
      isActive
    }
    varianceReasonUse @include(if: $seesUse) {
      code
      lines
      lastAt
    }
  }
`);
