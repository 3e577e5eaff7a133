import { graphql } from "../graphql.ts";

export const ReportPresence = graphql(`
  mutation ReportPresence($input: ReportPresenceInput!) {
    reportPresence(input: $input) {
      heartbeatMs
      serverTime
    }
  }
`);
