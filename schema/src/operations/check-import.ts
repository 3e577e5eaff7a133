import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

export const CheckImport = graphql(
  `
    mutation CheckImport($input: CheckImportInput!) {
      checkImport(input: $input) {
        __typename
        ... on ImportCheckAskedFor {
          import {
            id
            state
          }
          job {
            ...JobParts
          }
        }
        ... on CheckImportRejected {
          reason
          message
        }
      }
    }
  `,
  [JobParts],
);
