import { graphql } from "../graphql.ts";
import { PlanningPolicyParts } from "./planning-policy-parts.ts";
import { ScheduleParts } from "./schedule-parts.ts";

/** What is counted when: the frame of the plan, whichever of its pages is shown. */
export const Plan = graphql(
  `
    query Plan($warehouseId: ID!) {
      plan(warehouseId: $warehouseId) {
        today
        timeZone
        policy {
          ...PlanningPolicyParts
        }
        schedules {
          ...ScheduleParts
        }
        dueNow {
          day
          lines
          places
          counts {
            scheduleId
            name
            plannedOn
            lines
            places
          }
        }
      }
    }
  `,
  [PlanningPolicyParts, ScheduleParts],
);
