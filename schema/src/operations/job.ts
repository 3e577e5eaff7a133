import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

export const Job = graphql(
  `
    query Job($id: ID!) {
      job(id: $id) {
        ...JobParts
      }
    }
  `,
  [JobParts],
);
