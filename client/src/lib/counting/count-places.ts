import { session } from "#lib/shared/session/session.svelte.ts";
import type { Permission } from "#lib/shared/session/permission.ts";
import type { BoardSight } from "./board-sight.ts";
import type { CountDesk } from "./count-desk.svelte.ts";

export interface CountPlace {
  name: string;
  /** Behind the address of the count. */
  path: string;
  isShown: (sight: BoardSight) => boolean;
  number?: (desk: CountDesk) => number | null;
}

/** Decisions tell of expected quantities and of money. */
const mayReadLog: readonly Permission[] = [
  "view:audit",
  "view:stock",
  "view:expected-quantity",
  "view:cost",
];

/** The pages of one count, in the order of their tabs. */
export const countPlaces: readonly CountPlace[] = [
  { name: "Board", path: "", isShown: () => true },
  { name: "Lines", path: "/lines", isShown: () => true, number: ({ count }) => count.linesTotal },
  {
    name: "Discrepancies",
    path: "/discrepancies",
    isShown: ({ seesBooks }) => seesBooks,
    number: ({ count }) => count.linesDifferent,
  },
  {
    name: "Postings",
    path: "/postings",
    number: ({ postings }) => postings.count,
    isShown: () => session.can("view:expected-quantity"),
  },
  { name: "Log", path: "/log", isShown: () => mayReadLog.every((each) => session.can(each)) },
];
