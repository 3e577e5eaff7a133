import { session } from "#lib/shared/session/session.svelte.ts";
import type { Permission } from "#lib/shared/session/permission.ts";
import type { tabWords } from "#lib/shared/language/tab-words.ts";
import type { BoardSight } from "./board-sight.ts";
import type { CountDesk } from "./count-desk.svelte.ts";

export interface CountPlace {
  word: keyof typeof tabWords.english;
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
  { word: "board", path: "", isShown: () => true },
  { word: "lines", path: "/lines", isShown: () => true, number: ({ count }) => count.linesTotal },
  {
    word: "discrepancies",
    path: "/discrepancies",
    isShown: ({ seesBooks }) => seesBooks,
    number: ({ count }) => count.linesDifferent,
  },
  { word: "sheets", path: "/sheets", isShown: () => session.can("update:stock-count") },
  {
    word: "postings",
    path: "/postings",
    number: ({ postings }) => postings.count,
    isShown: () => session.can("view:expected-quantity"),
  },
  { word: "log", path: "/log", isShown: () => mayReadLog.every((each) => session.can(each)) },
];
