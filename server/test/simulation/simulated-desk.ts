import { Decimal } from "../../src/shared/exact-decimal.ts";
import type { PostedState } from "../../src/posting/domain/decide-posting.ts";
import type { ApprovalClass } from "../../src/review/domain/decide-approval.ts";
import type { ApprovalCore, Numbers } from "./approval-core.ts";

export interface DeskMove {
  line: number;
  quantity: number;
  at: number;
  isOfCount: boolean;
}

export interface DeskLine {
  opening: number;
  counted: number | null;
  countedAt: number;
  cost: number;
  counters: Set<string>;
  approval: { by: string; numbers: Numbers; gross: number } | null;
  posted: { delta: number; numbers: Numbers; approvedBy: string | null; at: number } | null;
}

/** Counts, approvals and postings of a few lines, as the server keeps them, with the rules of a core. */
export class SimulatedDesk {
  readonly moves: DeskMove[] = [];
  /** Lines by their posting, with every number that was ever posted. */
  readonly posts: { line: number; numbers: Numbers; approvedBy: string | null; delta: number }[] =
    [];
  state: PostedState = { status: "OPEN", isSubmitted: false };
  onHand: number[];

  constructor(
    readonly core: ApprovalCore,
    readonly lines: DeskLine[],
    readonly limits: Readonly<Record<string, number | undefined>>,
  ) {
    this.onHand = lines.map(({ opening }) => opening);
  }

  numbersOf(index: number): Numbers | null {
    const line = this.lines[index];
    if (!line || line.counted === null) return null;
    const before = this.moves.filter(({ line: of, at }) => of === index && at <= line.countedAt);
    const expected = before.reduce((sum, { quantity }) => sum + quantity, line.opening);
    return { counted: line.counted, expected, cost: line.cost };
  }

  move(line: number, quantity: number, at: number, isOfCount = false): void {
    this.moves.push({ line, quantity, at, isOfCount });
    this.onHand[line] = (this.onHand[line] ?? 0) + quantity;
    this.#loseApprovals();
  }

  count(index: number, who: string, counted: number, at: number): void {
    const line = this.lines[index];
    if (!line || line.posted || this.state.isSubmitted) return;
    line.counters.add(who);
    Object.assign(line, { counted, countedAt: at });
    this.#loseApprovals();
  }

  reprice(index: number, cost: number): void {
    const line = this.lines[index];
    if (!line || line.posted) return;
    line.cost = cost;
    this.#loseApprovals();
  }

  approve(who: string, indices: readonly number[]): void {
    const limit = this.limits[who];
    const classes = indices.map((index) => this.#classOf(index, who, limit));
    const standing = this.lines
      .filter(({ approval }) => approval?.by === who)
      .reduce((sum, { approval }) => sum + (approval?.gross ?? 0), 0);
    const plan = this.core.planApproval(classes, {
      limit: limit === undefined ? null : new Decimal(limit),
      grossStanding: new Decimal(standing),
      isSinglePerson: false,
      isWholeCount: false,
    });
    if (plan.isAboveLimit) return;
    for (const key of plan.keys) {
      const [line, numbers] = [this.lines[Number(key)], this.numbersOf(Number(key))];
      if (line && numbers) line.approval = { by: who, numbers, gross: grossOf(numbers) };
    }
  }

  /** All of the chosen lines or none. */
  post(indices: readonly number[], at: number): void {
    const refused = indices.some(
      (index) => this.core.refusalsToPost(this.#factsOf(index), []).length > 0,
    );
    if (refused || indices.length === 0) return;
    for (const index of indices) {
      const [line, numbers] = [this.lines[index], this.numbersOf(index)];
      if (!line || !numbers) continue;
      const delta = this.core.deltaOf(numbers, this.onHand[index] ?? 0);
      const approvedBy = line.approval?.by ?? null;
      line.posted = { delta, numbers, approvedBy, at };
      this.posts.push({ line: index, numbers, approvedBy, delta });
      this.move(index, delta, line.countedAt + 0.5, true);
    }
    this.state = this.core.stateAfterPosting(this.state, this.#whatIsPosted());
  }

  reverse(indices: readonly number[]): void {
    const standing = indices.filter((index) => this.lines[index]?.posted);
    for (const index of standing) {
      const [line, numbers] = [this.lines[index], this.numbersOf(index)];
      if (!line?.posted || !numbers) continue;
      const back = this.core.takenBack(line.posted.delta, numbers);
      line.posted = null;
      this.move(index, back, line.countedAt + 0.5, true);
    }
    if (standing.length > 0)
      this.state = this.core.stateAfterReversal(this.state, this.#whatIsPosted(), true);
  }

  #factsOf(index: number) {
    const line = this.lines[index];
    const numbers = this.numbersOf(index);
    const approved = line?.approval?.numbers ?? null;
    return {
      ...{
        isCounted: numbers !== null,
        isPosted: line?.posted != null,
        isRecountOpen: false,
        doRoundsDisagree: false,
        isDisputed: false,
      },
      ...{ isMovedDuringCount: false, isTimeUncertain: false, isCountedAgainSince: false },
      ...{ isPlaceClosedOff: false, isOnHold: false, isCostMissing: false, wouldGoNegative: false },
      approval: numbers ? this.core.approvalOf(approved, numbers) : ("MISSING" as const),
    };
  }

  #classOf(index: number, who: string, limit: number | undefined): ApprovalClass {
    const line = this.lines[index];
    const numbers = this.numbersOf(index);
    const gross = numbers ? grossOf(numbers) : 0;
    return {
      ...{ key: String(index), lines: 1, withoutCost: 0, isDisputed: false, isValueUnknown: false },
      ...{ isCounted: numbers !== null, isPosted: line?.posted != null },
      isApproved: line?.approval != null,
      isOwnCount: line?.counters.has(who) ?? false,
      isAboveLimit: limit !== undefined && gross > limit,
      valueGross: new Decimal(gross),
      valueNet: new Decimal(numbers ? (numbers.counted - numbers.expected) * numbers.cost : 0),
    };
  }

  /** In the transaction of whatever has changed. */
  #loseApprovals(): void {
    for (const [index, line] of this.lines.entries()) {
      const numbers = this.numbersOf(index);
      if (!line.approval || line.posted) continue;
      const holds = numbers && this.core.approvalOf(line.approval.numbers, numbers) === "APPROVED";
      if (!holds || line.counters.has(line.approval.by)) line.approval = null;
    }
  }

  #whatIsPosted() {
    const counted = this.lines.filter((line) => line.counted !== null);
    return {
      hasPosted: counted.some(({ posted }) => posted !== null),
      hasUnposted: counted.some(({ posted }) => posted === null),
    };
  }
}

const grossOf = ({ counted, expected, cost }: Numbers) => Math.abs(counted - expected) * cost;
