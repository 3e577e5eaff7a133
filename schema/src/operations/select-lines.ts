import { graphql } from "../graphql.ts";

/** Names lines of a count once, to be asked for and acted on by a token. */
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
