import { graphql } from "../graphql.ts";

/** How many rows that are wrong are decided, as things are chosen. */
export const ImportErrorFigures = graphql(`
  query ImportErrorFigures($id: ID!, $chosen: ImportChosenInput) {
    node(id: $id) {
      __typename
      ... on Import {
        id
        errorFigures(chosen: $chosen) {
          toDecide
          fixed
          leftOut
        }
      }
    }
  }
`);
