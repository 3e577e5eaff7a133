import { warehouseOptions } from "#lib/shared/session/warehouse-options.svelte.ts";
import type { BoardSight } from "./board-sight.ts";
import { viewsOfBooks } from "./count-words.ts";
import { lineViews, type LineView } from "./line-question.ts";

/** What lists of lines open with: option 198, as far as it is for whoever looks. */
export function openingView({ seesBooks }: BoardSight): LineView {
  const chosen = lineViews.find((view) => view === warehouseOptions.text("198")) ?? "ALL";
  return seesBooks || !viewsOfBooks.includes(chosen) ? chosen : "ALL";
}
