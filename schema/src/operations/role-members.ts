import { graphql } from "../graphql.ts";

/** Who has a role, by name. */
export const RoleMembers = graphql(`
  query RoleMembers($role: String!, $first: Int!) {
    users(role: $role, first: $first) {
      totalCount
      nodes {
        id
        name
        isDisabled
      }
    }
  }
`);
