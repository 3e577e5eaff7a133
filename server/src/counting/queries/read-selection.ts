import type { Db } from "../../database/db.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { LineSelectionRow } from "../domain/line-selection.ts";
import { findSelection, type SelectionUse } from "../storage/line-selection.ts";

/** A selection that may be used here; a token is kept by programs, who are refused with the reason. */
export async function readSelection(db: Db, use: SelectionUse): Promise<LineSelectionRow> {
  const outcome = await findSelection(db, use);
  if ("selection" in outcome) return outcome.selection;
  throw new Refusal("BAD_USER_INPUT", outcome.rejection.message);
}
