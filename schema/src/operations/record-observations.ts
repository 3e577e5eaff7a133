import { graphql } from "../graphql.ts";

export const RecordObservations = graphql(`
  mutation RecordObservations($input: RecordObservationsInput!) {
    recordObservations(input: $input) {
      results {
        __typename
        ... on ObservationRejected {
          externalId
          reason
          message
        }
      }
    }
  }
`);
