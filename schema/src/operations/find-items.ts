import { graphql } from "../graphql.ts";

/** The few best matches, for the command palette. */
export const FindItems = graphql(`
  query FindItems($search: String!, $first: Int!) {
    items(first: $first, search: $search) {
      nodes {
        id
        sku
        description
      }
    }
  }
`);
