import { lineKeyOf } from "../entries/line-key.ts";
import type { KeptItem, KeptLine, KeptPiece, KeptPlace } from "./kept-task.ts";

/** A line as a counter has it in hand: of the count, or found where nobody expected it. */
export interface HandLine {
  key: string;
  /** Null while the count has no such line. */
  lineId: string | null;
  item: KeptItem;
  lotCode: string | null;
  expiresOn: string | null;
  isFound: boolean;
  isCountedElsewhere: boolean;
  recount: KeptLine["recount"];
  isDisputed: boolean;
  /** What the books expect; nothing where the count is blind. */
  pieces: readonly KeptPiece[] | null;
}

export function handLine(line: KeptLine, item: KeptItem): HandLine {
  const { id, key, lotCode, expiresOn, isFound, isCountedElsewhere, pieces = null } = line;
  const { recount = null, isDisputed = false } = line;
  return {
    ...{ key, lineId: id, item, lotCode, expiresOn, isFound, isCountedElsewhere, pieces },
    ...{ recount, isDisputed },
  };
}

/** What nobody expected here. */
export function foundLine(
  item: KeptItem,
  lotCode: string | null,
  expiresOn: string | null = null,
): HandLine {
  const key = lineKeyOf(item.id, lotCode);
  const said = { isFound: true, isCountedElsewhere: false, pieces: null };
  const again = { recount: null, isDisputed: false };
  return { key, lineId: null, item, lotCode, expiresOn, ...said, ...again };
}

export function linesOfItem({ lines }: Pick<KeptPlace, "lines">, itemId: string): KeptLine[] {
  return lines.filter((line) => line.itemId === itemId);
}

export function isCountedByPiece({ tracking }: Pick<KeptItem, "tracking">): boolean {
  return tracking === "SERIAL" || tracking === "RFID";
}
