import { graphql } from "../graphql.ts";
import { AbcRunParts } from "./abc-parts.ts";

/** The thresholds and what was found with them. */
export const AbcRuns = graphql(
  `
    query AbcRuns($warehouseId: ID!, $seesValue: Boolean!) {
      abcThresholds(warehouseId: $warehouseId) {
        shareA
        shareB
        days
        liftFromMoves
      }
      abcRuns(warehouseId: $warehouseId, first: 20) {
        nodes {
          ...AbcRunParts
        }
      }
    }
  `,
  [AbcRunParts],
);
