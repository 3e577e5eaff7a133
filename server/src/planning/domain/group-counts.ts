import type { Day } from "./day.ts";
import type { PlannedCount } from "./plan-days.ts";

/** What one count will have: the places of one schedule that are planned for one day. */
export interface CountToMake<Each extends PlannedCount> {
  scheduleId: number;
  plannedOn: Day;
  counts: Each[];
}

/** By schedule, then by day. */
export function groupCounts<Each extends PlannedCount>(
  counts: readonly Each[],
): CountToMake<Each>[] {
  const groups = Map.groupBy(counts, ({ scheduleId, plannedOn }) => `${scheduleId} ${plannedOn}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first
        ? [{ scheduleId: first.scheduleId, plannedOn: first.plannedOn, counts: group }]
        : [];
    })
    .sort(
      (one, other) =>
        one.scheduleId - other.scheduleId || (one.plannedOn < other.plannedOn ? -1 : 1),
    );
}
