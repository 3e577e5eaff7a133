import { graphql } from "../graphql.ts";

export const RetireSchedule = graphql(`
  mutation RetireSchedule($input: RetireScheduleInput!) {
    retireSchedule(input: $input) {
      scheduleId
    }
  }
`);
