import { graphql } from "../graphql.ts";
import { ImportErrorParts } from "./import-error-parts.ts";

/** One row that is wrong, as it was read, with all that is wrong with it. */
export const WrongRow = graphql(
  `
    query WrongRow($id: ID!, $number: Int!) {
      node(id: $id) {
        __typename
        ... on Import {
          id
          wrongRow(number: $number) {
            number
            fields {
              field
              label
              value
            }
            errors {
              ...ImportErrorParts
            }
            likelyValues {
              field
              value
              name
              note
            }
          }
        }
      }
    }
  `,
  [ImportErrorParts],
);
