import { graphql } from "../graphql.ts";

export const ForgetDevice = graphql(`
  mutation ForgetDevice($input: ForgetDeviceInput!) {
    forgetDevice(input: $input) {
      __typename
      ... on ForgetDeviceRejected {
        reason
        message
      }
    }
  }
`);
