import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import { newId } from "#lib/shared/api/new-id.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { SheetLine } from "./count-sheet.ts";
import type { Written } from "./read-written.ts";
import type { EntryName } from "./standing-entries.ts";

export type Observation = VariablesOf<typeof RecordObservations>["input"]["observations"][number];

/** What stands beside a line, with who wrote it and when. */
export interface WrittenLine {
  written: Written;
  counterId: string;
  at: Date;
}

/** Undefined where nothing is written. */
export function observationOf(
  { id: lineId, version, counters }: SheetLine["line"],
  sheetId: string,
  { written, counterId, at }: WrittenLine,
): Observation | undefined {
  if (written.kind === "BLANK") return undefined;
  // Where somebody else has counted it, too, it is another look: compared, and never added.
  const isSecondLook = counters.some(({ id }) => id !== counterId);
  return {
    ...{ externalId: newId(), lineId, sheetId, seenLineVersion: version },
    mode: isSecondLook ? "VERIFY" : "REPLACE",
    ...(written.kind === "QUANTITY"
      ? { quantity: written.quantity }
      : { serials: written.serials }),
    ...{ countedAt: at.toISOString(), timeSource: "WRITTEN" },
    ...(counterId !== session.viewer?.user.id && { countedById: counterId }),
  };
}

export function takenBack({ externalId, userId }: EntryName): Observation {
  const voids = { externalId, ...(userId && { userId }) };
  const countedAt = new Date().toISOString();
  return { externalId: newId(), mode: "VOID", voids, countedAt, clockOffsetMs: 0 };
}
