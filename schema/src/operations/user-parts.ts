import { graphql } from "../graphql.ts";

export const UserParts = graphql(`
  fragment UserParts on User {
    id
    name
    email
    roles {
      code
      name
    }
    isDisabled
    seesAllWarehouses
    warehouses {
      id
      code
      name
    }
    createdAt
    lastSignInAt
  }
`);
