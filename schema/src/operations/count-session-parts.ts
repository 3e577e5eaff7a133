import { graphql } from "../graphql.ts";

export const CountSessionParts = graphql(`
  fragment CountSessionParts on CountSession {
    id
    number
    title
    status
    isSubmitted
    countType
    isBlind
    deadlineAt
    createdAt
    createdBy {
      id
      name
    }
    startedAt
    submittedAt
    completedAt
    cancelReason
    linesTotal
    linesCounted
    linesSkipped
    linesNotAccessible
    linesDifferent
  }
`);
