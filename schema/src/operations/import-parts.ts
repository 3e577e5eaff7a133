import { graphql } from "../graphql.ts";

export const ImportParts = graphql(`
  fragment ImportParts on Import {
    id
    fileName
    byteCount
    rowCount
    kind
    state
    rowsReady
    rowsBlank
    rowsWrong
    checkMs
    isRemembered
    uploadedAt
    committedAt
    errorsPath
    uploadedBy {
      id
      name
    }
  }
`);
