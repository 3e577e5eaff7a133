import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

export const AnalyseAbc = graphql(
  `
    mutation AnalyseAbc($input: AnalyseAbcInput!) {
      analyseAbc(input: $input) {
        job {
          ...JobParts
        }
      }
    }
  `,
  [JobParts],
);
