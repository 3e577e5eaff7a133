import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { BinRestrictions } from "@tallyroom/schema/operations/bin-restrictions.ts";

export type CloseOffMode = ResultOf<typeof BinRestrictions>["closeOffs"]["nodes"][number]["mode"];

/** What is about to be done with a bin. */
export type BinDoing = { kind: "close" | "hold" } | { kind: "end" | "release"; id: string };

export const closeOffWords: Record<CloseOffMode, string> = {
  DENY: "Closed off: no moves",
  WARN: "Closed off: with a warning",
  FLAG: "Moves are marked",
};
