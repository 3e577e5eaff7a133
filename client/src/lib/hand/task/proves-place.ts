import type { Meaning } from "../scanning/classify-scan.ts";
import type { Scan } from "../scanning/scan-source.ts";
import type { WorkPlace } from "./kept-task.ts";

/**
 * Whether somebody who scans or types this stands at the place. Its code stands on the screen, and typing it
 * proves nothing, unless its label has no digits that are nowhere else.
 */
export function provesPlace(
  { id, checkDigits }: Pick<WorkPlace, "id" | "checkDigits">,
  meaning: Meaning,
  { text, origin }: Scan,
): boolean {
  const isTyped = origin === "TYPED" || origin === "PASTED";
  if (isTyped && checkDigits !== null) return text.trim() === checkDigits;
  return meaning.kind === "LOCATION" && meaning.locationId === id;
}
