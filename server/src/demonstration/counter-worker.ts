import { randomUUID } from "node:crypto";
import type { ResultOf, VariablesOf } from "@tallyroom/schema/graphql.ts";
import {
  ClaimLocation,
  RecordObservations,
  ReleaseLocation,
  ReportPresence,
} from "@tallyroom/schema/operations/count-on-the-floor.ts";
import { LinesAtPlace, WorkOfCounts } from "@tallyroom/schema/operations/work-of-count.ts";
import { countOfShelf } from "./count-of-shelf.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { Worker } from "./stock-worker.ts";

type Line = NonNullable<ResultOf<typeof LinesAtPlace>["countSession"]>["lineWindow"][number];
type Observation = VariablesOf<typeof RecordObservations>["input"]["observations"][number];

interface Place {
  sessionId: string;
  locationId: string;
  code: string;
  lines: Line[];
}

/**
 * Somebody who counts: takes the next place, counts what lies there, walks on. The shelf is asked of
 * somebody who sees the books, because a simulated counter has no eyes; the counter's own session is
 * as blind as the count.
 */
export class CounterWorker implements Worker {
  readonly #random: SeededRandom;
  readonly #deviceId = `demo-${randomUUID().slice(0, 8)}`;
  #place: Place | null = null;
  #lastScanAt: string | null = null;

  constructor(
    readonly name: string,
    private readonly client: GraphqlClient,
    private readonly shelf: GraphqlClient,
    private readonly warehouseId: string,
  ) {
    this.#random = new SeededRandom(`${name} ${this.#deviceId}`);
  }

  async step(): Promise<string> {
    const place = this.#place;
    if (!place) return this.#walkOn();
    const line = place.lines.shift();
    if (!line) return this.#leave(place);
    return this.#count(place, line);
  }

  async #walkOn(): Promise<string> {
    const { warehouseId } = this;
    const { countSessions } = await this.client.ask(WorkOfCounts, { warehouseId });
    const open = countSessions.nodes.find(
      ({ isSubmitted, nextLocation }) => !isSubmitted && nextLocation,
    );
    if (!open?.nextLocation) return "finds nothing left to count";
    const { id: sessionId, nextLocation } = open;
    const { id: locationId, code } = nextLocation;
    await this.#report(sessionId);
    const input = { sessionId, locationId, deviceId: this.#deviceId };
    const { claimLocation } = await this.client.ask(ClaimLocation, { input });
    if (claimLocation.__typename === "ClaimLocationRejected")
      return `is told at ${code}: ${claimLocation.message}`;
    const asked = { sessionId, locationId, seesExpected: true };
    const { countSession } = await this.shelf.ask(LinesAtPlace, asked);
    this.#place = { sessionId, locationId, code, lines: [...(countSession?.lineWindow ?? [])] };
    return `goes to ${code}`;
  }

  async #count({ sessionId, code }: Place, line: Line): Promise<string> {
    const now = new Date().toISOString();
    this.#lastScanAt = now;
    const seen = countOfShelf(
      {
        isCountedByPiece: line.item.tracking === "SERIAL" || line.item.tracking === "RFID",
        quantity: line.quantitySnapshot ?? "0",
        serials: (line.pieces ?? []).map(({ serial }) => serial),
      },
      this.#random,
    );
    const observation: Observation = {
      externalId: randomUUID(),
      lineId: line.id,
      countedAt: now,
      clockOffsetMs: 0,
      deviceId: this.#deviceId,
      ...seen,
    };
    const input = { sessionId, observations: [observation] };
    const { recordObservations } = await this.client.ask(RecordObservations, { input });
    await this.#report(sessionId);
    const [result] = recordObservations.results;
    const what = seen.mode === "SKIP" ? `skips ${line.item.sku}` : `counts ${line.item.sku}`;
    if (result?.__typename === "ObservationRejected")
      return `${what} at ${code}: refused, ${result.message}`;
    return `${what} at ${code}`;
  }

  async #leave({ sessionId, locationId, code }: Place): Promise<string> {
    this.#place = null;
    await this.client.ask(ReleaseLocation, { input: { sessionId, locationId } });
    return `is done at ${code}`;
  }

  async #report(sessionId: string): Promise<void> {
    const input = {
      ...{ sessionId, deviceId: this.#deviceId, deviceName: `${this.name}'s handheld` },
      ...{ unsentCount: 0, lastScanAt: this.#lastScanAt },
    };
    await this.client.ask(ReportPresence, { input });
  }
}
