import { graphql } from "../graphql.ts";
import { ImportErrorParts } from "./import-error-parts.ts";

/** What is wrong with the rows of a file, in its order. */
export const ImportErrors = graphql(
  `
    query ImportErrors(
      $id: ID!
      $code: ImportErrorCode
      $search: String
      $decision: ImportRowDecision
      $chosen: ImportChosenInput
      $after: String
    ) {
      node(id: $id) {
        __typename
        ... on Import {
          id
          errors(
            code: $code
            search: $search
            decision: $decision
            chosen: $chosen
            first: 100
            after: $after
          ) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              ...ImportErrorParts
            }
          }
        }
      }
    }
  `,
  [ImportErrorParts],
);
