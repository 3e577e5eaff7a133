import { graphql } from "../graphql.ts";
import { CountSheetParts } from "./count-sheet-parts.ts";

/** A sheet as it is typed in: its lines in their order, and what stands of them so far. */
export const CountSheet = graphql(
  `
    query CountSheet($sessionId: ID!, $number: Int!) {
      countSession(id: $sessionId) {
        id
        sheet(number: $number) {
          ...CountSheetParts
        }
        sheetFinds(number: $number) {
          externalId
          quantity
          unitCode
          serials
          lotCode
          rawScan
          note
          countedAt
          item {
            id
            sku
            description
          }
          location {
            id
            code
          }
          counter {
            id
            name
          }
        }
        sheetLines(number: $number) {
          position
          entry {
            externalId
            quantity
            unitCode
            serials
            countedAt
            counter {
              id
              name
            }
            enteredBy {
              id
              name
            }
          }
          line {
            id
            version
            state
            isDisputed
            counters {
              id
              name
            }
            item {
              id
              sku
              description
              tracking
              unit {
                code
                decimals
              }
            }
            location {
              id
              code
              name
            }
            lot {
              id
              code
            }
          }
        }
      }
    }
  `,
  [CountSheetParts],
);
