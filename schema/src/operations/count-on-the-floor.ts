import { graphql } from "../graphql.ts";

export const ReportPresence = graphql(`
  mutation ReportPresence($input: ReportPresenceInput!) {
    reportPresence(input: $input) {
      serverTime
      heartbeatMs
      claims {
        location {
          id
        }
      }
    }
  }
`);

export const ClaimLocation = graphql(`
  mutation ClaimLocation($input: ClaimLocationInput!) {
    claimLocation(input: $input) {
      __typename
      ... on LocationClaimed {
        claim {
          purpose
          expiresAt
        }
      }
      ... on ClaimLocationRejected {
        reason
        message
        heldBy {
          name
        }
      }
    }
  }
`);

export const ReleaseLocation = graphql(`
  mutation ReleaseLocation($input: ReleaseLocationInput!) {
    releaseLocation(input: $input) {
      wasHeld
    }
  }
`);

export const RecordObservations = graphql(`
  mutation RecordObservations($input: RecordObservationsInput!) {
    recordObservations(input: $input) {
      results {
        __typename
        ... on ObservationRecorded {
          externalId
        }
        ... on ObservationAlreadyRecorded {
          externalId
        }
        ... on ObservationQuarantined {
          externalId
        }
        ... on ObservationRejected {
          externalId
          reason
          message
        }
      }
    }
  }
`);
