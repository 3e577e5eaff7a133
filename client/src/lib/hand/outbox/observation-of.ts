import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { RecordObservations } from "@tallyroom/schema/operations/count-on-the-floor.ts";
import type { Entry } from "../entries/entry.ts";

export type Observation = VariablesOf<typeof RecordObservations>["input"]["observations"][number];

/** An entry as the server takes it. The same each time that it is sent. */
export function observationOf(entry: Entry, deviceId: string): Observation {
  const { externalId, mode, countedAt, clockOffsetMs, reason, note } = entry;
  const said = {
    ...{ externalId, mode, countedAt, deviceId },
    ...(clockOffsetMs !== null && { clockOffsetMs }),
    ...(reason !== null && { reason }),
    ...(note !== null && { note }),
  };
  if (entry.voids !== null) return { ...said, voids: { externalId: entry.voids } };
  return { ...said, ...targetOf(entry), ...seenOf(entry) };
}

function targetOf({ lineId, itemId, locationId, lotCode, rawScan }: Entry) {
  if (lineId !== null) return { lineId };
  return {
    locationId,
    ...(itemId !== null && { itemId }),
    ...(lotCode !== null && { lotCode }),
    ...(rawScan !== null && { rawScan }),
  };
}

function seenOf({ quantity, unitCode, serials }: Entry) {
  return {
    ...(quantity !== null && { quantity }),
    ...(unitCode !== null && { unitCode }),
    ...(serials.length > 0 && { serials: [...serials] }),
  };
}
