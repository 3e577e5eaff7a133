import { graphql } from "../graphql.ts";

export const JobParts = graphql(`
  fragment JobParts on Job {
    id
    kind
    state
    done
    total
    message
    isCancelAsked
    importId
    askedAt
    error {
      code
      message
    }
    posting {
      id
      lineCount
      adjustedCount
    }
  }
`);
