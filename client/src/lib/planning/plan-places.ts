/** The pages of the plan, in the order of their tabs. */
export const planPlaces = [
  { name: "Overview", path: "/plan" },
  { name: "Schedules", path: "/plan/schedules" },
  { name: "ABC", path: "/plan/abc" },
  { name: "Work days", path: "/plan/days" },
  { name: "Past runs", path: "/plan/runs" },
] as const;
