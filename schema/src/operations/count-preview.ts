import { graphql } from "../graphql.ts";

/** What a count would cover, before it is planned. */
export const CountPreview = graphql(`
  query CountPreview($input: PreviewCountInput!, $seesValue: Boolean!, $seesCost: Boolean!) {
    countPreview(input: $input) {
      lineCount
      locationCount
      itemCount
      countedElsewhereCount
      countedElsewhere {
        lines
        session {
          id
          number
          title
          deadlineAt
        }
      }
      free {
        lineCount
        locationCount
        itemCount
        estimatedMinutes
        value @include(if: $seesValue)
      }
      onHoldCount
      withoutCostCount @include(if: $seesCost)
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
        chosenBecause @include(if: $seesCost)
        countedIn {
          id
          number
        }
      }
    }
  }
`);
