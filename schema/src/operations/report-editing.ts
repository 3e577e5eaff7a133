import { graphql } from "../graphql.ts";

/** Tells others into which line somebody writes at this moment. */
export const ReportEditing = graphql(`
  mutation ReportEditing($input: ReportEditingInput!) {
    reportEditing(input: $input) {
      heartbeatMs
    }
  }
`);
