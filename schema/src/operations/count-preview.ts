import { graphql } from "../graphql.ts";

/** What a count would cover, before it is planned. */
export const CountPreview = graphql(`
  query CountPreview($input: PreviewCountInput!, $seesValue: Boolean!) {
    countPreview(input: $input) {
      lineCount
      locationCount
      itemCount
      countedElsewhereCount
      estimatedMinutes
      value @include(if: $seesValue)
      lines {
        item {
          id
          sku
          description
        }
        location {
          id
          code
        }
        countedIn {
          id
          number
        }
      }
    }
  }
`);
