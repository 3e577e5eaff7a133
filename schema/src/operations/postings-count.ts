import { graphql } from "../graphql.ts";

/** How many postings a count has. */
export const PostingsCount = graphql(`
  query PostingsCount($sessionId: ID!) {
    countSession(id: $sessionId) {
      postings(first: 1) {
        totalCount
      }
    }
  }
`);
