import { graphql } from "../graphql.ts";

/** The calendar with what is late and what comes next. */
export const PlanOverview = graphql(`
  query PlanOverview($warehouseId: ID!, $from: Date!, $to: Date!) {
    plan(warehouseId: $warehouseId) {
      today
      nextRun {
        day
        at
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
      overdue {
        scheduleId
        lines
        countedOn
        dueOn
        daysLate
        location {
          id
          code
          name
        }
        heldBy {
          id
          number
          status
        }
        lastMade {
          id
          number
          status
        }
      }
      calendar(from: $from, to: $to) {
        day
        isOpen
        holiday
        linesCounted
        linesMade
        linesLeft
        linesPlanned
        overBy
        movedFrom
        loads {
          scheduleId
          name
          lines
          places
        }
        offer {
          to
          lines
          counts {
            scheduleId
            dueOn
            lines
            location {
              id
              code
            }
          }
        }
      }
    }
  }
`);
