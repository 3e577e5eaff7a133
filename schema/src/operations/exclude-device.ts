import { graphql } from "../graphql.ts";

export const ExcludeDevice = graphql(`
  mutation ExcludeDevice($input: ExcludeDeviceInput!) {
    excludeDevice(input: $input) {
      __typename
      ... on ExcludeDeviceRejected {
        reason
        message
      }
    }
  }
`);
