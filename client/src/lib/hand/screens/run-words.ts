import { words } from "#lib/shared/language/words.ts";

/** Beginning a count on the floor. */
export const runWords = words("run", {
  title: "Run Cycle Count",
  warehouse: "Warehouse",
  type: "Count type",
  FULL: "Whole warehouse",
  FAST_MOVERS: "Fast movers",
  SLOW_MOVERS: "Slow movers",
  HIGH_VALUE: "High value",
  LOW_VALUE: "Low value",
  RANDOM: "Random",
  ABC: "Due by ABC class",
  lots: "Lots to count",
  lotsHint: "Left empty: as many as the warehouse usually counts.",
  notLots: "A whole number, 1 or more.",
  notNow: "Not now",
  notReached: "The server is not reached. No count was begun: try again with a network.",
  notPlanned: "It was not planned: {detail}",
  notBegun: "It is kept as a draft at the desk, and was not begun: {detail}",
});
