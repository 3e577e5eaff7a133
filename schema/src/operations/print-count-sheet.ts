import { graphql } from "../graphql.ts";
import { CountSheetParts } from "./count-sheet-parts.ts";

export const PrintCountSheet = graphql(
  `
    mutation PrintCountSheet($input: PrintCountSheetInput!) {
      printCountSheet(input: $input) {
        __typename
        ... on CountSheetPrinted {
          sheet {
            ...CountSheetParts
          }
        }
        ... on PrintCountSheetRejected {
          reason
          message
        }
      }
    }
  `,
  [CountSheetParts],
);
