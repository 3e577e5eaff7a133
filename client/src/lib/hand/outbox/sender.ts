import { jitteredDelayMs } from "#lib/shared/api/jittered-delay.ts";
import { asProblem, Problem } from "#lib/shared/api/problem.ts";
import type { KeptEntry } from "../entries/entry.ts";
import { leavePlaces } from "./leave-places.ts";
import { settleClaims } from "./settle-claims.ts";
import type { Claims } from "./claims.ts";
import type { HandServer } from "./hand-server.ts";
import { remedyFor } from "./judge-trouble.ts";
import type { Outbox, Outcome } from "./outbox.ts";

export const largestBatch = 200;
const faultsThatProve = 3;
/** Shorter than the server holds a place for a device that it does not hear. */
const heldForMs = 4 * 60_000;

/** What came of going through all that waits. */
export type Drained =
  | { kind: "EMPTY" }
  /** Again after this long; sooner where something says that the network is back. */
  | { kind: "LATER"; delayMs: number; problem: Problem }
  /** A person has to act first. */
  | { kind: "PAUSED"; problem: Problem };

interface SenderParts {
  outbox: Outbox;
  claims: Claims;
  server: HandServer;
  /** Of this page's life: measured while it runs, it holds of what it made. */
  clock: { pageId: string; offsetMs: number | null };
  random?: () => number;
  now?: () => number;
  onContact?: () => void;
}

/**
 * Sends what waits, oldest first, one batch at a time. Every entry is acknowledged, or set aside with a
 * reason; none keeps the others back, and none is dropped.
 */
export class Sender {
  #batchSize = largestBatch;
  #tries = 0;
  #lastAnswerAt = -Infinity;
  /** Entries with which the server failed, each alone: either they are at fault, or it is. */
  readonly #suspects = new Map<number, number>();

  constructor(private readonly parts: SenderParts) {}

  /** Once through. Only one tab of a device does this at a time, see drain-alone.ts. */
  async drain(userId: string): Promise<Drained> {
    const { outbox, claims, server } = this.parts;
    try {
      const wasSilent = this.#now() - this.#lastAnswerAt > heldForMs;
      if (wasSilent) await this.#askAgainForPlaces(userId);
      await settleClaims(userId, this.parts);
      if (wasSilent) this.#lastAnswerAt = this.#now();
      for (;;) {
        const batch = await this.#nextBatch(userId);
        if (batch.length === 0) break;
        // Another person may have signed in in this browser: nothing is sent in a wrong name.
        if ((await server.whoAsks()) !== userId)
          throw new Problem("unauthenticated", "Sign in again to send what is kept here.");
        const trouble = await this.#send(batch);
        if (trouble) return trouble;
      }
      await leavePlaces(userId, { outbox, claims, server });
      return { kind: "EMPTY" };
    } catch (thrown) {
      return this.#later(asProblem(thrown));
    }
  }

  /** After so long another may have taken them: whether it still is a count, only the server knows. */
  async #askAgainForPlaces(userId: string): Promise<void> {
    const { claims } = this.parts;
    for (const claim of await claims.ofPerson(userId))
      if (claim.state === "COUNT") await claims.change(claim, { state: "ASKED" });
  }

  #now(): number {
    return (this.parts.now ?? Date.now)();
  }

  /** Of one count, none from a place whose claim is not settled, suspects last and alone. */
  async #nextBatch(userId: string): Promise<KeptEntry[]> {
    const unsettled = new Set(
      (await this.parts.claims.ofPerson(userId))
        .filter(({ state }) => state === "ASKED")
        .map(({ sessionId, locationId }) => `${sessionId} ${locationId}`),
    );
    const waiting = (await this.parts.outbox.waiting(userId)).filter(
      ({ sessionId, locationId }) => !unsettled.has(`${sessionId} ${locationId}`),
    );
    const sound = waiting.filter(({ number }) => !this.#suspects.has(number));
    const [first] = sound;
    if (!first) return waiting.slice(0, 1);
    return sound.filter(({ sessionId }) => sessionId === first.sessionId).slice(0, this.#batchSize);
  }

  async #send(batch: readonly KeptEntry[]): Promise<Drained | undefined> {
    const { outbox, server, onContact } = this.parts;
    const [first] = batch;
    if (!first) return undefined;
    try {
      const timed = batch.map((entry) => this.#withClock(entry));
      const answers = await server.record(first.sessionId, timed);
      if (answers.length !== batch.length)
        throw new Problem("internal", "The server answered for other entries than were sent.");
      const outcomes = batch.map(({ number }, at): Outcome => {
        const answer = answers[at];
        if (answer?.kind === "REJECTED")
          return { number, state: "REJECTED", rejection: answer.rejection };
        return { number, state: answer?.kind === "QUARANTINED" ? "QUARANTINED" : "SENT" };
      });
      await outbox.settle(outcomes);
      this.#lastAnswerAt = this.#now();
      for (const { number } of batch) this.#suspects.delete(number);
      this.#tries = 0;
      this.#batchSize = Math.min(largestBatch, this.#batchSize * 2);
      onContact?.();
      return undefined;
    } catch (thrown) {
      return this.#afterTrouble(batch, asProblem(thrown));
    }
  }

  async #afterTrouble(batch: readonly KeptEntry[], problem: Problem): Promise<Drained | undefined> {
    const remedy = remedyFor(problem.kind);
    if (remedy === "WAIT" || remedy === "PAUSE") return this.#later(problem);
    const [only] = batch;
    if (batch.length > 1) {
      this.#batchSize = Math.ceil(batch.length / 2);
      return remedy === "SPLIT" ? undefined : this.#later(problem);
    }
    if (!only) return undefined;
    const faults = (this.#suspects.get(only.number) ?? 0) + 1;
    this.#suspects.set(only.number, faults);
    if (remedy === "SPLIT" || faults >= faultsThatProve) {
      await this.#setAside(only, problem);
      return undefined;
    }
    // The rest goes first: whether it passes tells whether the entry or the server is at fault.
    return this.#later(problem);
  }

  async #setAside({ number }: KeptEntry, { kind, message }: Problem): Promise<void> {
    const rejection = { reason: kind.toUpperCase(), message };
    await this.parts.outbox.settle([{ number, state: "REJECTED", rejection }]);
    this.#suspects.delete(number);
    this.#batchSize = Math.min(largestBatch, this.#batchSize * 2);
  }

  #later(problem: Problem): Drained {
    if (remedyFor(problem.kind) === "PAUSE") return { kind: "PAUSED", problem };
    const delayMs = jitteredDelayMs(this.#tries, this.parts.random);
    this.#tries += 1;
    return { kind: "LATER", delayMs, problem };
  }

  /** The offset is no part of what makes two entries the same, so it may come later than the entry. */
  #withClock(entry: KeptEntry): KeptEntry {
    const { pageId, offsetMs } = this.parts.clock;
    if (entry.clockOffsetMs !== null || entry.pageId !== pageId) return entry;
    return { ...entry, clockOffsetMs: offsetMs };
  }
}
