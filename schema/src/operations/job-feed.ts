import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

/** The jobs of a warehouse as they go on. */
export const JobFeed = graphql(
  `
    subscription JobFeed($warehouseId: ID!, $after: String) {
      jobFeed(warehouseId: $warehouseId, after: $after) {
        cursor
        jobs {
          ...JobParts
        }
      }
    }
  `,
  [JobParts],
);
