import { graphql } from "../graphql.ts";
import { ScheduleParts } from "./schedule-parts.ts";

export const SaveSchedule = graphql(
  `
    mutation SaveSchedule($input: SaveScheduleInput!) {
      saveSchedule(input: $input) {
        __typename
        ... on ScheduleSaved {
          schedule {
            ...ScheduleParts
          }
        }
        ... on SaveScheduleRejected {
          reason
          message
        }
      }
    }
  `,
  [ScheduleParts],
);
