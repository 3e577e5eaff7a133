import { graphql } from "../graphql.ts";

export const RecordInvestigation = graphql(`
  mutation RecordInvestigation($input: RecordInvestigationInput!) {
    recordInvestigation(input: $input) {
      __typename
      ... on InvestigationRecorded {
        line {
          id
          investigation {
            revision
            reasonCode
            notes
            fix
          }
        }
      }
      ... on RecordInvestigationRejected {
        code: reason
        message
      }
    }
  }
`);
