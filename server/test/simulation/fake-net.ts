import type { AskedObservation } from "../../src/counting/domain/asked-observation.ts";
import { observationKey } from "../../src/counting/domain/observation.ts";
import type { SeededRandom } from "../../src/demonstration/seeded-random.ts";
import { hour, type Device, type Instant, type PlannedCount } from "./planned-count.ts";
import type { SimulatedServer } from "./simulated-server.ts";

interface Copy {
  at: Instant;
  batch: AskedObservation[];
}

/**
 * Carries every entry from its device to the server: requests and replies get lost, batches come
 * twice, late and in another order, devices fall silent for a while. A device sends again until it
 * has an answer. Answers with the entries that arrived before the count was handed in.
 */
export function carry(
  random: SeededRandom,
  { devices, submittedAt }: PlannedCount,
  server: SimulatedServer,
): Set<string> {
  const acknowledged = new Set<string>();
  const inTime = new Set<string>();
  const copies: Copy[] = [];
  const isWaiting = (device: Device) =>
    device.entries.some(({ asked }) => !acknowledged.has(observationKey(asked)));
  const deliver = (batch: AskedObservation[], now: Instant): string[] => {
    if (submittedAt !== null && now > submittedAt) server.submittedAt = submittedAt;
    if (server.submittedAt === null) for (const one of batch) inTime.add(observationKey(one));
    return server.receive(batch, now);
  };
  for (let now = 0; devices.some(isWaiting) && now < 100 * hour;) {
    now += random.integer(1, hour / 20);
    for (const copy of takeDue(copies, now)) deliver(copy.batch, now);
    const device = random.pick(devices);
    if (now >= device.offline.from && now < device.offline.until) continue;
    const batch = nextBatch(random, device, acknowledged, now);
    if (batch.length === 0 || random.chance(0.1)) continue;
    if (random.chance(0.15)) copies.push({ at: now + random.integer(1, hour), batch });
    const stored = deliver(batch, now);
    if (random.chance(0.2)) continue;
    for (const key of stored) acknowledged.add(key);
  }
  for (const copy of takeDue(copies, Infinity)) deliver(copy.batch, 101 * hour);
  return inTime;
}

function nextBatch(
  random: SeededRandom,
  { entries }: Device,
  acknowledged: ReadonlySet<string>,
  now: Instant,
): AskedObservation[] {
  const waiting = entries.filter(
    ({ at, asked }) => at <= now && !acknowledged.has(observationKey(asked)),
  );
  const batch = waiting.slice(0, random.integer(1, 5)).map(({ asked }) => asked);
  return random.chance(0.3) ? random.pickSome(batch, batch.length) : batch;
}

function takeDue(copies: Copy[], now: Instant): Copy[] {
  const due = copies.filter(({ at }) => at <= now);
  const left = copies.filter(({ at }) => at > now);
  copies.splice(0, copies.length, ...left);
  return due;
}
