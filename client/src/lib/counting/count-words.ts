import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { CountLine, CountStatus, CountType } from "./count-session.ts";
import type { LineGrouping, LineView } from "./line-question.ts";

interface Words {
  label: string;
  glyph: GlyphName;
}

export const statusWords: Record<CountStatus, Words> = {
  DRAFT: { label: "Draft", glyph: "open" },
  OPEN: { label: "Open", glyph: "play" },
  PENDING_APPROVAL: { label: "Pending approval", glyph: "pending" },
  PARTIAL: { label: "Partial", glyph: "half" },
  POSTED: { label: "Posted", glyph: "check" },
  CANCELLED: { label: "Cancelled", glyph: "close" },
};

export const statuses = Object.keys(statusWords) as CountStatus[];

export const typeWords: Record<CountType, string> = {
  FULL: "Full warehouse",
  LOCATIONS: "Locations",
  ITEMS: "Items",
  SUPPLIER: "Supplier",
  CATEGORY: "Category",
  ABC: "ABC class due",
  FAST_MOVERS: "Fast movers",
  SLOW_MOVERS: "Slow movers",
  LOW_VALUE: "Low value",
  HIGH_VALUE: "High value",
  RANDOM: "Random sample",
};

export const viewWords: Record<LineView, string> = {
  ALL: "All Items",
  DISCREPANCIES: "Counted Discrepancies",
  OVERAGES: "Counted Overages",
  SHORTAGES: "Counted Shortages",
  NOT_COUNTED: "Not counted",
  FLAGGED: "Flagged",
  OUT_OF_TOLERANCE: "Out of tolerance",
  RECOUNT: "Recount",
  NOT_POSTED: "Not Posted Items",
  LOCATION_MOVES: "Location moves",
};

export const groupingWords: Record<LineGrouping, string> = {
  LOCATION: "Location",
  ITEM: "Item",
  CATEGORY: "Category",
  REASON: "Reason",
};

/** Views that would tell what the books say. */
export const viewsOfBooks: readonly LineView[] = [
  "DISCREPANCIES",
  "OVERAGES",
  "SHORTAGES",
  "FLAGGED",
  "OUT_OF_TOLERANCE",
  "RECOUNT",
  "NOT_POSTED",
  "LOCATION_MOVES",
];

/** A tolerance may be one of money: what is out of it tells of costs. */
export const viewsOfValue: readonly LineView[] = ["OUT_OF_TOLERANCE"];

export const stateWords: Record<CountLine["state"], Words> = {
  COUNTED: { label: "Counted", glyph: "check" },
  NOT_VISITED: { label: "Not counted", glyph: "open" },
  SKIPPED: { label: "Skipped", glyph: "arrow" },
  NOT_ACCESSIBLE: { label: "Not accessible", glyph: "lock" },
};

/** "CC-0147", as people call a count. */
export { countName } from "#lib/shared/text/count-name.ts";
