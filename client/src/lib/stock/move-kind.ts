import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { MoveRow } from "./quant-row.ts";

interface KindWords {
  label: string;
  glyph: GlyphName;
}

/** ▲ and ▼ are kept for over and short: what comes in and goes out is told by arrows and signs. */
export const kindWords: Record<MoveRow["kind"], KindWords> = {
  RECEIPT: { label: "Receipt", glyph: "arrive" },
  ISSUE: { label: "Issue", glyph: "leave" },
  MOVE: { label: "Move", glyph: "moved" },
  COUNT_ADJUSTMENT: { label: "Count adjustment", glyph: "tally" },
  REVERSAL: { label: "Reversal", glyph: "reversed" },
};
