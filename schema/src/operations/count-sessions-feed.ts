import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const CountSessionsFeed = graphql(
  `
    subscription CountSessionsFeed($warehouseId: ID!) {
      countSessionsFeed(warehouseId: $warehouseId) {
        sessions {
          ...CountSessionParts
        }
      }
    }
  `,
  [CountSessionParts],
);
