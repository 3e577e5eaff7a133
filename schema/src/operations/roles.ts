import { graphql } from "../graphql.ts";

export const Roles = graphql(`
  query Roles {
    roles {
      code
      name
      permissions
    }
  }
`);
