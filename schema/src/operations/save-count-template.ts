import { graphql } from "../graphql.ts";

export const SaveCountTemplate = graphql(`
  mutation SaveCountTemplate($input: SaveCountTemplateInput!) {
    saveCountTemplate(input: $input) {
      __typename
      ... on CountTemplateSaved {
        template {
          id
          name
        }
      }
      ... on SaveCountTemplateRejected {
        reason
        message
      }
    }
  }
`);
