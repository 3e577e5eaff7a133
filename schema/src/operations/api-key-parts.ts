import { graphql } from "../graphql.ts";

export const ApiKeyParts = graphql(`
  fragment ApiKeyParts on ApiKey {
    id
    name
    prefix
    permissions
    seesAllWarehouses
    warehouses {
      id
      code
      name
    }
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`);
