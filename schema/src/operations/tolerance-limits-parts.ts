import { graphql } from "../graphql.ts";

export const ToleranceLimitsParts = graphql(`
  fragment ToleranceLimitsParts on ToleranceLimits {
    quantity {
      upper
      lower
    }
    percent {
      upper
      lower
    }
    value {
      upper
      lower
    }
    valuePercent {
      upper
      lower
    }
  }
`);
