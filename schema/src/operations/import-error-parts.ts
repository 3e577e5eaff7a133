import { graphql } from "../graphql.ts";

export const ImportErrorParts = graphql(`
  fragment ImportErrorParts on ImportError {
    row
    field
    label
    value
    code
    message
    suggestion
    rowsAlike
  }
`);
