import { graphql } from "../graphql.ts";

export const VarianceReasons = graphql(`
  query VarianceReasons {
    varianceReasons {
      code
      name
      isActive
    }
  }
`);
