import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

export const CommitImport = graphql(
  `
    mutation CommitImport($input: CommitImportInput!) {
      commitImport(input: $input) {
        __typename
        ... on ImportCommitAskedFor {
          import {
            id
            state
          }
          job {
            ...JobParts
          }
        }
        ... on ImportAlreadyDone {
          import {
            id
            committedAt
          }
        }
        ... on CommitImportRejected {
          reason
          message
        }
      }
    }
  `,
  [JobParts],
);
