import { graphql } from "../graphql.ts";

/** What a list says of a count beside how far it is. */
export const CountFiguresParts = graphql(`
  fragment CountFiguresParts on CountSession {
    id
    counters {
      online
      total
    }
    figures @include(if: $seesExpected) {
      quantityVariance
      quantityVarianceGross
      valueVariance @include(if: $seesValue)
      valueVarianceGross @include(if: $seesValue)
      accuracyPercent @include(if: $seesValue)
    }
  }
`);

export const CountFigures = graphql(
  `
    query CountFigures($sessionId: ID!, $seesExpected: Boolean!, $seesValue: Boolean!) {
      countSession(id: $sessionId) {
        ...CountFiguresParts
      }
    }
  `,
  [CountFiguresParts],
);
