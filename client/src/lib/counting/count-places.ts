import type { BoardSight } from "./board-sight.ts";
import type { CountSession } from "./count-session.ts";

export interface CountPlace {
  name: string;
  /** Behind the address of the count. */
  path: string;
  isShown: (sight: BoardSight) => boolean;
  number?: (count: CountSession) => number | null;
}

/** The pages of one count, in the order of their tabs. */
export const countPlaces: readonly CountPlace[] = [
  { name: "Board", path: "", isShown: () => true },
  { name: "Lines", path: "/lines", isShown: () => true, number: ({ linesTotal }) => linesTotal },
  {
    name: "Discrepancies",
    path: "/discrepancies",
    isShown: ({ seesBooks }) => seesBooks,
    number: ({ linesDifferent }) => linesDifferent,
  },
];
