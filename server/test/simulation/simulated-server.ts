import {
  lineKey,
  type AskedObservation,
  type CountedItem,
  type ObservationFacts,
} from "../../src/counting/domain/asked-observation.ts";
import {
  linesChangedBy,
  type KeptObservation,
} from "../../src/counting/domain/decide-observations.ts";
import { notVisited, type FoldedLine } from "../../src/counting/domain/fold-line.ts";
import { observationKey } from "../../src/counting/domain/observation.ts";
import { optionDefaults } from "../../src/counting/domain/options.ts";
import type { PlacedObservation } from "../../src/counting/domain/standing-by-line.ts";
import type { Core } from "./core.ts";
import { bulk, dateOf, drill, type Instant } from "./planned-count.ts";

const item = (tracking: CountedItem["tracking"]): CountedItem => ({
  ...{ unitCode: "EA", decimals: 2, tracking, packFactors: new Map(), isAssignedHere: true },
});
const items = new Map([
  [bulk, item("BULK")],
  [drill, item("SERIAL")],
]);
const locations = new Map([11, 12].map((id) => [id, { code: `A-${id}`, isActive: true }]));

/** What the server keeps, in memory: entries once they are decided, and each line as it was folded last. */
export class SimulatedServer {
  readonly #core: Core;
  readonly kept: KeptObservation[] = [];
  readonly folded = new Map<string, FoldedLine>();
  readonly rejected: string[] = [];
  submittedAt: Instant | null = null;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Answers with the keys of what is stored, now or before. */
  receive(batch: readonly AskedObservation[], now: Instant): string[] {
    const decided = this.#core.decide(batch, this.#facts(now));
    const before = this.kept.flatMap(placedOf);
    const joined = decided.flatMap((result) => (result.kind === "KEPT" ? [result.kept] : []));
    const standing = this.#core.standing(before, joined);
    for (const [key, { itemId }] of linesChangedBy(decided))
      this.folded.set(key, this.#core.fold(standing.get(key) ?? [], itemId === drill));
    this.kept.push(...joined);
    return decided.flatMap((result, at) => {
      const { actorId, externalId } = batch[at] as AskedObservation;
      if (result.kind === "REJECTED")
        this.rejected.push(`${actorId} ${externalId}: ${result.rejection.reason}`);
      return result.kind === "REJECTED" ? [] : [observationKey({ actorId, externalId })];
    });
  }

  lineAt(key: string): FoldedLine {
    return this.folded.get(key) ?? notVisited;
  }

  #facts(now: Instant): ObservationFacts {
    const submittedAt = this.submittedAt === null ? null : dateOf(this.submittedAt);
    const isSubmitted = submittedAt !== null;
    return {
      receivedAt: dateOf(now),
      session: { status: "OPEN", isSubmitted, startedAt: dateOf(0), submittedAt },
      options: optionDefaults,
      items,
      locations,
      lines: new Map(),
      recorded: new Map(
        this.kept.map(({ asked, line }) => [
          observationKey(asked),
          { fingerprint: asked.fingerprint, line },
        ]),
      ),
    };
  }
}

function placedOf({ asked, line, round, quantity, countedAt, outcome }: KeptObservation) {
  if (outcome !== "RECORDED") return [];
  const { externalId, actorId, mode, serials, voids } = asked;
  const placed: PlacedObservation = {
    ...{ line: line && lineKey(line), round, externalId, actorId, mode },
    ...{ quantity, serials, countedAt, gap: null, voids },
  };
  return [placed];
}
