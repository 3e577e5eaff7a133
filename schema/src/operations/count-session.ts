import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

/** A count, and where its feed goes on from here: ask it before its lines. */
export const CountSession = graphql(
  `
    query CountSession($id: ID!) {
      countSession(id: $id) {
        ...CountSessionParts
        changesCursor
      }
    }
  `,
  [CountSessionParts],
);
