import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

export const CancelJob = graphql(
  `
    mutation CancelJob($input: CancelJobInput!) {
      cancelJob(input: $input) {
        __typename
        ... on JobCancelled {
          job {
            ...JobParts
          }
        }
        ... on CancelJobRejected {
          reason
          message
        }
      }
    }
  `,
  [JobParts],
);
