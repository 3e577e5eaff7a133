import { graphql } from "../graphql.ts";
import { ViewerParts } from "./viewer-parts.ts";

export const SetUpInstallation = graphql(
  `
    mutation SetUpInstallation($input: SetUpInstallationInput!) {
      setUpInstallation(input: $input) {
        __typename
        ... on InstallationSetUp {
          viewer {
            ...ViewerParts
          }
        }
        ... on SetUpInstallationRejected {
          reason
          message
        }
      }
    }
  `,
  [ViewerParts],
);
