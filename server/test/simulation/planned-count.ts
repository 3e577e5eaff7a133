import {
  contentOf,
  type AskedObservation,
  type LineName,
} from "../../src/counting/domain/asked-observation.ts";
import type { ObservationMode } from "../../src/counting/domain/words.ts";
import type { SeededRandom } from "../../src/demonstration/seeded-random.ts";
import { Decimal } from "../../src/shared/exact-decimal.ts";

export const bulk = 1;
export const drill = 3;
const line = (itemId: number, locationId: number): LineName => ({
  ...{ itemId, locationId },
  ...{ lotCode: null, stockStatus: "AVAILABLE" },
});
export const lines = [line(bulk, 11), line(bulk, 12), line(drill, 11)];

/** Milliseconds from the start of the count. */
export type Instant = number;
const start = Date.UTC(2026, 10, 21, 10);
export const hour: Instant = 3_600_000;
const twoDays: Instant = 48 * hour;
export const dateOf = (instant: Instant) => new Date(start + instant);

/** An entry as a person made it, at its true instant, and as the device tells of it. */
export interface MadeEntry {
  at: Instant;
  line: LineName;
  asked: AskedObservation;
}

export interface Device {
  actorId: string;
  entries: MadeEntry[];
  /** Between these nothing gets through. */
  offline: { from: Instant; until: Instant };
}

export interface PlannedMove {
  line: LineName;
  sequence: number;
  quantity: Decimal;
  effectiveAt: Date;
  recordedAt: Instant;
}

export interface PlannedCount {
  devices: Device[];
  moves: PlannedMove[];
  /** When it is handed in, with entries perhaps still on their way; null for never. */
  submittedAt: Instant | null;
}

const modes: ObservationMode[] = [
  ...["ADD", "ADD", "ADD", "ADD", "REPLACE", "REPLACE", "VERIFY", "SKIP"],
  ...["NOT_ACCESSIBLE", "VOID", "VOID"],
] as ObservationMode[];

export function planCount(random: SeededRandom): PlannedCount {
  const people = ["maria", "jonas", "aiko"];
  const devices = people.map((actorId) => {
    const from = random.integer(0, hour);
    const offline = { from, until: from + random.integer(0, hour) };
    return { actorId, entries: [], offline };
  });
  const skews = devices.map(() => random.integer(-twoDays, twoDays));
  const made: MadeEntry[] = [];
  let at: Instant = 0;
  for (let left = random.integer(4, 14); left > 0; left -= 1) {
    at += random.integer(1, hour / 14);
    const who = random.integer(0, devices.length - 1);
    const device: Device = devices[who] as Device;
    const entry = makeEntry(random, { device, made, at, skew: skews[who] ?? 0 });
    made.push(entry);
    device.entries.push(entry);
  }
  const submittedAt = random.chance(0.3) ? at + random.integer(1, hour / 4) : null;
  return { devices, moves: planMoves(random), submittedAt };
}

interface Making {
  device: Device;
  made: MadeEntry[];
  at: Instant;
  skew: number;
}

/** Jonas supervises: he takes back what others entered, also before it has arrived. */
function makeEntry(random: SeededRandom, { device, made, at, skew }: Making): MadeEntry {
  const { actorId, entries } = device;
  const drawn = random.pick(modes);
  const mine = actorId === "jonas" ? made : entries;
  const targets = mine.filter(({ asked }) => asked.mode !== "VOID");
  const mode = drawn === "VOID" && targets.length === 0 ? "ADD" : drawn;
  const target = mode === "VOID" ? random.pick(targets) : null;
  const named = target?.line ?? random.pick(lines);
  const isCount = mode === "ADD" || mode === "REPLACE" || mode === "VERIFY";
  const isByPiece = named.itemId === drill;
  const content = {
    // Devices count their entries from 1: the ids of two people are alike.
    externalId: String(entries.length + 1),
    actorId,
    isSupervisor: actorId === "jonas",
    mode,
    lineId: undefined,
    itemId: target ? undefined : named.itemId,
    locationId: target ? undefined : named.locationId,
    lotCode: null,
    stockStatus: "AVAILABLE",
    rawScan: null,
    quantity: isCount && !isByPiece ? new Decimal(random.integer(0, 40)).div(10) : null,
    unitCode: null,
    serials: isCount && isByPiece ? piecesSeen(random) : [],
    reason: mode === "SKIP" || mode === "NOT_ACCESSIBLE" ? "blocked" : null,
    note: null,
    voids: target && { actorId: target.asked.actorId, externalId: target.asked.externalId },
    time: { source: "DEVICE" as const, claimedAt: dateOf(at + skew), clockOffsetMs: -skew },
    deviceId: actorId,
  };
  return { at, line: named, asked: { ...content, fingerprint: contentOf(1, content) } };
}

function piecesSeen(random: SeededRandom): string[] {
  return random.pickSome(["S1", "S2", "S3", "S4"], random.integer(1, 4));
}

/** Some of them heard of late, and of some the count knows before they have happened. */
function planMoves(random: SeededRandom): PlannedMove[] {
  const drawn = Array.from({ length: random.integer(0, 6) }, () => {
    const effectiveAt = random.integer(-hour, hour);
    const recordedAt = effectiveAt + random.integer(-hour / 4, hour);
    const quantity = new Decimal(random.integer(-50, 50)).div(10);
    return { line: random.pick(lines.slice(0, 2)), quantity, effectiveAt, recordedAt };
  });
  return drawn
    .sort((a, b) => a.recordedAt - b.recordedAt)
    .map((move, index) => ({
      ...move,
      sequence: index + 1,
      effectiveAt: dateOf(move.effectiveAt),
    }));
}
