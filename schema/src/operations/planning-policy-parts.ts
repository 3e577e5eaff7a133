import { graphql } from "../graphql.ts";

export const PlanningPolicyParts = graphql(`
  fragment PlanningPolicyParts on PlanningPolicy {
    workDays
    linesADay
    windowDays
    runsAt
    triggers
    accuracyBelow
    holidays {
      day
      name
    }
  }
`);
