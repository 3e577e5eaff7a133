import {
  contentOf,
  lineKey,
  type AskedObservation,
  type LineName,
  type ObservationFacts,
} from "../../src/counting/domain/asked-observation.ts";
import type { KeptObservation } from "../../src/counting/domain/decide-observations.ts";
import { isInsideWindow, type LedgerMove } from "../../src/counting/domain/expected-at.ts";
import { foldLine } from "../../src/counting/domain/fold-line.ts";
import { observationKey } from "../../src/counting/domain/observation.ts";
import { optionDefaults } from "../../src/counting/domain/options.ts";
import { isLook } from "../../src/counting/domain/rounds-of-line.ts";
import { roundsAtMost, type RoundFinding } from "../../src/counting/domain/settle-rounds.ts";
import { standingByLine } from "../../src/counting/domain/standing-by-line.ts";
import { Decimal } from "../../src/shared/exact-decimal.ts";
import type { RecountCore } from "./recount-core.ts";
import { recountsAtMost, type LineHappening } from "./planned-line.ts";

const line: LineName = { itemId: 1, locationId: 11, lotCode: null, stockStatus: "AVAILABLE" };
const start = Date.UTC(2026, 10, 21, 10);
const dateOf = (at: number) => new Date(start + at);

/** The line as it is told after each happening. */
export interface ToldLine {
  status: string | null;
  stands: number;
  rounds: (string | null)[];
}

/** One line on the server, in memory, with the pure functions that decide about it. */
export class RecountServer {
  readonly #kept: KeptObservation[] = [];
  readonly #askedAt: Date[] = [];
  readonly #moves: LedgerMove[] = [];
  #chosen: number | null = null;

  constructor(private readonly core: RecountCore) {}

  /** Whether it was taken. */
  hear(what: LineHappening): boolean {
    switch (what.kind) {
      case "COUNT":
      case "TAKE_BACK":
        return this.#record(what);
      case "MOVE": {
        const sequence = this.#moves.length + 1;
        const quantity = new Decimal(what.quantity);
        this.#moves.push({ sequence, quantity, effectiveAt: dateOf(what.at) });
        return true;
      }
      case "ASK":
        return this.#ask(what.assignee, dateOf(what.heardAt));
      case "CHOOSE":
        return this.#choose(what.round, what.person);
      default:
        return what satisfies never;
    }
  }

  told(): ToldLine {
    const findings = this.#findings();
    const policy = { isCountedByPiece: false, roundsAtMost: roundsAtMost({ recountsAtMost }) };
    const { status, stands } = this.core.settle(findings, policy);
    const rounds = findings.map(
      ({ found }) => found && `${found.quantity.toFixed()} of ${found.expected.toFixed()}`,
    );
    return { status, stands, rounds };
  }

  #record(what: Extract<LineHappening, { kind: "COUNT" | "TAKE_BACK" }>): boolean {
    const isCount = what.kind === "COUNT";
    const content: Omit<AskedObservation, "fingerprint"> = {
      ...{ externalId: what.id, actorId: what.person, isSupervisor: false },
      mode: isCount ? "ADD" : "VOID",
      ...{ lineId: undefined, itemId: isCount ? 1 : undefined, lotCode: null, rawScan: null },
      ...{ locationId: isCount ? 11 : undefined, stockStatus: "AVAILABLE", unitCode: null },
      quantity: isCount ? new Decimal(what.quantity) : null,
      ...{ serials: [], reason: null, note: null, deviceId: null },
      voids: isCount ? null : { actorId: what.person, externalId: what.takes },
      time: { source: "DEVICE", claimedAt: dateOf(what.at), clockOffsetMs: 0 },
    };
    const asked = { ...content, fingerprint: contentOf(1, content) };
    const [result] = this.core.decide([asked], this.#facts(dateOf(what.heardAt)));
    if (result?.kind !== "KEPT") return false;
    this.#kept.push(result.kept);
    return true;
  }

  #ask(assigneeId: string | null, now: Date): boolean {
    const rounds = this.#askedAt.length + 1;
    const { status, stands } = this.told();
    const recountable = {
      ...{ lineId: 1, isPosted: false, isAsked: status === "ASKED", rounds },
      isCounted: this.#findings()[stands - 1]?.found != null,
      counterIds: this.#looks().map(({ actorId }) => actorId),
    };
    const policy = { assigneeId, roundsAtMost: roundsAtMost({ recountsAtMost }) };
    if (this.core.ask([recountable], policy).lineIds.length === 0) return false;
    this.#askedAt.push(now);
    this.#chosen = null;
    return true;
  }

  #choose(round: number, actorId: string): boolean {
    const rounds = this.#findings().map((finding) => ({
      ...{ round: finding.round, isCounted: finding.found !== null },
      counterIds: this.#looks()
        .filter((look) => look.round === finding.round)
        .map((look) => look.actorId),
    }));
    const asked = { round, reason: "looked", seenVersion: 1, actorId };
    const facts = { isOpen: true, isPosted: false, version: 1, rounds };
    if (this.core.choose(asked, facts)) return false;
    this.#chosen = round;
    return true;
  }

  #looks() {
    return this.#kept
      .filter(({ asked }) => isLook(asked.mode))
      .map(({ asked, round }) => ({ actorId: asked.actorId, round }));
  }

  #findings(): RoundFinding[] {
    const entries = standingByLine([], this.#kept).get(lineKey(line)) ?? [];
    return Array.from({ length: this.#askedAt.length + 1 }, (_, at) => {
      const folded = foldLine(this.core.ofRound(entries, at + 1), false);
      const { quantityCounted: quantity, window } = folded;
      const isDoubtful =
        window !== null && this.#moves.some((move) => isInsideWindow(move, window));
      const nothing = { quantity: new Decimal(0), ledgerPosition: 0 };
      const found = quantity &&
        window && {
          ...{ quantity, serials: [] },
          expected: this.core.expected(nothing, this.#moves, window.last),
        };
      return { round: at + 1, found, isDoubtful, isChosen: this.#chosen === at + 1 };
    });
  }

  #facts(receivedAt: Date): ObservationFacts {
    const rounds =
      this.#askedAt.length === 0
        ? null
        : { askedAt: this.#askedAt, counters: this.#looks(), isChosen: this.#chosen !== null };
    const unit = { unitCode: "EA", decimals: 0, tracking: "BULK" as const };
    return {
      receivedAt,
      session: { status: "OPEN", isSubmitted: false, startedAt: dateOf(0), submittedAt: null },
      options: optionDefaults,
      items: new Map([[1, { ...unit, packFactors: new Map(), isAssignedHere: true }]]),
      locations: new Map([[11, { code: "A-11", isActive: true }]]),
      lines: new Map([[1, { ...line, rounds }]]),
      recorded: new Map(
        this.#kept.map(({ asked, round }) => [
          observationKey(asked),
          { fingerprint: asked.fingerprint, line: asked.mode === "VOID" ? null : line, round },
        ]),
      ),
    };
  }
}
