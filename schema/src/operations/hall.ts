import { graphql } from "../graphql.ts";
import { CountLineParts } from "./count-line-parts.ts";

/** One tile of the map: a bin, or all of an aisle where a hall has too many bins to draw. */
export const BinParts = graphql(`
  fragment BinParts on CountedBin {
    bins
    settledBins
    zoneId
    lines
    counted
    skipped
    notAccessible
    short
    over
    moved
    flagged
    valueVariance @include(if: $seesValue)
    lastCountedAt
    location {
      id
      code
      name
      parent {
        id
        code
        name
      }
    }
  }
`);

/** All that a board shows of a count beside its lines: one reading, so that its sums agree. */
export const Hall = graphql(
  `
    query Hall(
      $sessionId: ID!
      $seesBooks: Boolean!
      $seesValue: Boolean!
      $binsAtMost: Int!
      $seesExpected: Boolean!
      $mayPlan: Boolean!
    ) {
      countSession(id: $sessionId) {
        id
        bins(atMost: $binsAtMost) {
          ...BinParts
        }
        progressByZone {
          location {
            id
            code
            name
          }
        }
        recounts @include(if: $seesExpected) {
          asked
          disagreed
          exhausted
        }
        pace(spanMinutes: 5) {
          at
          lines
        }
        progressByCounter {
          user {
            id
            name
          }
          lines
          entries
          lastReceivedAt
        }
        overages: totals(query: { view: OVERAGES }) @include(if: $seesBooks) {
          valueVariance @include(if: $seesValue)
          withoutCost
        }
        shortages: totals(query: { view: SHORTAGES }) @include(if: $seesBooks) {
          valueVariance @include(if: $seesValue)
          withoutCost
        }
        outOfTolerance: totals(query: { view: OUT_OF_TOLERANCE }) @include(if: $seesBooks) {
          lines
        }
        flagged: lineWindow(offset: 0, limit: 200, query: { view: FLAGGED })
          @include(if: $seesBooks) {
          ...CountLineParts
          windowLastAt
          independentCounts @include(if: $seesExpected) {
            quantity
            countedAt
            stands
            counters {
              id
              name
            }
          }
        }
        looseObservations(first: 50, state: WAITING) @include(if: $mayPlan) {
          totalCount
          nodes {
            id
            kind
            rawScan
            mode
            quantityTyped
            unitCode
            note
            countedAt
            receivedAt
            recordedBy {
              id
              name
            }
            location {
              id
              code
            }
            item {
              id
              sku
              description
            }
            photos {
              id
              path
            }
          }
        }
      }
    }
  `,
  [CountLineParts, BinParts],
);

/** The bins of one aisle, for who looks into it. */
export const HallAisle = graphql(
  `
    query HallAisle($sessionId: ID!, $aisleId: ID!, $seesValue: Boolean!) {
      countSession(id: $sessionId) {
        id
        bins(withinLocationId: $aisleId) {
          ...BinParts
        }
      }
    }
  `,
  [BinParts],
);
