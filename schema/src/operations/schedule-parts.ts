import { graphql } from "../graphql.ts";

export const ScheduleParts = graphql(`
  fragment ScheduleParts on Schedule {
    id
    name
    cadence
    cadenceDays
    startsOn
    leadDays
    choice
    isBlind
    notes
    startsByItself
    placeCount
    lineCount
    linesADay
    lastCountedOn
    nextDueOn
    linesOverdue
    owner {
      id
      name
    }
    assignees {
      id
      name
    }
    scope {
      abcClass
      lotsToCount
      category {
        id
        name
      }
      supplier {
        id
        name
      }
      items {
        id
        sku
        description
      }
      locations {
        id
        code
        name
      }
    }
  }
`);
