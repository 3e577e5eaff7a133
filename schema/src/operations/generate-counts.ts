import { graphql } from "../graphql.ts";

export const GenerateCounts = graphql(`
  mutation GenerateCounts($input: GenerateCountsInput!) {
    generateCounts(input: $input) {
      places
      lines
      sessions {
        id
        number
        title
      }
    }
  }
`);
