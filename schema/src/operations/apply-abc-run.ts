import { graphql } from "../graphql.ts";

export const ApplyAbcRun = graphql(`
  mutation ApplyAbcRun($input: ApplyAbcRunInput!) {
    applyAbcRun(input: $input) {
      changedCount
      run {
        id
        appliedAt
      }
    }
  }
`);
