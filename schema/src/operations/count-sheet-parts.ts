import { graphql } from "../graphql.ts";

/** A sheet of paper in a list, and above its lines. */
export const CountSheetParts = graphql(`
  fragment CountSheetParts on CountSheet {
    id
    number
    printedAt
    printedBy {
      id
      name
    }
    claimedBy {
      id
      name
    }
    location {
      id
      code
      name
    }
    isRestOnly
    showsBooks
    linesTotal
    linesEntered
    path
  }
`);
