import { graphql } from "../graphql.ts";

/** How far a count is, as a frame tells it. */
export const SessionProgressParts = graphql(`
  fragment SessionProgressParts on SessionProgress {
    status
    isSubmitted
    linesTotal
    linesCounted
    linesSkipped
    linesNotAccessible
    linesDifferent
  }
`);
