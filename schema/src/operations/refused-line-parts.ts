import { graphql } from "../graphql.ts";
import { LineInShort } from "./line-in-short.ts";

/** A line that may not be posted, with all that speaks against it. */
export const RefusedLineParts = graphql(
  `
    fragment RefusedLineParts on RefusedLine {
      reasons
      messages
      quantityOnHand
      serials
      hold {
        id
        reason
        placedAt
      }
      closeOff {
        id
        reason
      }
      line {
        ...LineInShort
      }
    }
  `,
  [LineInShort],
);
