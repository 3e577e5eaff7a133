import type { FlaggedLine, Hall, LooseEntry } from "./hall.ts";

export type Exception =
  | { kind: "disputed" | "moved" | "uncertain"; id: string; at: string; line: FlaggedLine }
  | { kind: "unknown" | "late"; id: string; at: string; entry: LooseEntry };

export type ExceptionKind = Exception["kind"];

/** What a person has to decide, the oldest first. */
export function exceptionsOf(hall: Pick<Hall, "flagged" | "looseObservations">): Exception[] {
  const lines = (hall.flagged ?? []).map((line): Exception => ({
    kind: line.isDisputed ? "disputed" : line.isMovedDuringCount ? "moved" : "uncertain",
    id: line.id,
    at: line.windowLastAt ?? "",
    line,
  }));
  const entries = (hall.looseObservations?.nodes ?? []).map((entry): Exception => ({
    kind: entry.kind === "UNMATCHED" ? "unknown" : "late",
    id: entry.id,
    at: entry.receivedAt,
    entry,
  }));
  return [...lines, ...entries].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
