import type { Recording } from "./assign-identities.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { Movement, Shelf } from "./shelf.ts";
import type { Wave } from "./working-waves.ts";

export interface RecordingDesk {
  waves: readonly Wave[];
  /** Who hands in the papers of a wave. */
  recorderOf: (wave: Wave) => string;
  lateIssues: number;
  lateReceipts: number;
}

/** Each movement reaches the ledger at the end of its wave, but for a few papers that lay about. */
export function recordMovements(
  movements: readonly Movement[],
  desk: RecordingDesk,
  isBulk: (shelf: Shelf) => boolean,
  random: SeededRandom,
): Recording[] {
  const recordings = movements.map((movement) => recordingAt(movement, movement.waveIndex, desk));
  const lately = recordings.filter(({ movement }) => {
    const shelf = movement.from ?? movement.to;
    return shelf !== null && isBulk(shelf) && movement.waveIndex < desk.waves.length - 8;
  });
  const ofKind = (kind: Movement["kind"], series: string) =>
    lately.filter(({ movement }) => movement.kind === kind && movement.paper.series === series);

  // Goods may leave the books late at any time: until then there seems to be more than there is.
  for (const recording of random.pickSome(ofKind("ISSUE", "SO"), desk.lateIssues)) {
    Object.assign(recording, postponed(recording, desk, random));
  }
  let receiptsLeft = desk.lateReceipts;
  for (const recording of random.pickSome(ofKind("RECEIPT", "PO"), desk.lateReceipts * 6)) {
    if (receiptsLeft === 0) break;
    const shelf = recording.movement.to;
    const before = { ...recording };
    Object.assign(recording, postponed(recording, desk, random));
    const own = recordings.filter(
      ({ movement }) => movement.to === shelf || movement.from === shelf,
    );
    if (shelf && neverBelowNothing(own, shelf)) receiptsLeft -= 1;
    else Object.assign(recording, before);
  }
  return recordings;
}

function recordingAt(movement: Movement, waveIndex: number, desk: RecordingDesk): Recording {
  const wave = desk.waves[waveIndex];
  if (!wave) throw new Error("A movement belongs to no wave.");
  return { movement, recordedMs: wave.endMs, recordedBy: desk.recorderOf(wave) };
}

/** Handed in from three hours to two days after it happened. */
function postponed({ movement }: Recording, desk: RecordingDesk, random: SeededRandom): Recording {
  const earliestMs = movement.effectiveMs + random.between(3, 44) * 3_600_000;
  const wave = desk.waves.find(({ endMs }) => endMs >= earliestMs) ?? desk.waves.at(-1);
  return recordingAt(movement, wave?.index ?? movement.waveIndex, desk);
}

function neverBelowNothing(recordings: readonly Recording[], shelf: Shelf): boolean {
  let quantity = 0;
  return recordings
    .toSorted(
      (a, b) => a.recordedMs - b.recordedMs || a.movement.effectiveMs - b.movement.effectiveMs,
    )
    .every(({ movement }) => {
      quantity += movement.to === shelf ? movement.quantity : -movement.quantity;
      return quantity >= 0;
    });
}
