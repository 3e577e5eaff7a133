import { graphql } from "../graphql.ts";

/** Freezes what a question finds, so that something can be done with all of it. */
export const SelectLines = graphql(`
  mutation SelectLines($input: SelectLinesInput!) {
    selectLines(input: $input) {
      selection {
        token
        lineCount
        expiresAt
      }
    }
  }
`);
