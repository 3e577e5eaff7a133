import { graphql } from "../graphql.ts";
import { CountSheetParts } from "./count-sheet-parts.ts";

export const CountSheets = graphql(
  `
    query CountSheets($sessionId: ID!) {
      countSession(id: $sessionId) {
        id
        sheets(atMost: 250) {
          ...CountSheetParts
        }
      }
    }
  `,
  [CountSheetParts],
);
