/** What variances are gathered by, to see where most of them are from. */
export const paretoGroupings = ["CAUSE", "PLACE", "ITEM", "CATEGORY"] as const;
export type ParetoGrouping = (typeof paretoGroupings)[number];
