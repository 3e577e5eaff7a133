import type { Entry, EntryTarget, KeptEntry } from "../entries/entry.ts";
import { tagsKey } from "../entries/line-key.ts";
import { makeEntry } from "../entries/make-entry.ts";
import type { Tone } from "../feedback.ts";
import type { Hand } from "../hand.svelte.ts";
import type { SureMeaning } from "../scanning/classify-scan.ts";
import type { CountMode } from "./decide-scan.ts";
import type { HandLine } from "./hand-line.ts";
import type { KeptClaim } from "./claim.ts";
import type { KeptItem, KeptPlace, WorkCount, WorkPlace } from "./kept-task.ts";
import type { Draft } from "./brought-back.ts";
import { rowToBeginWith, unitToBeginWith } from "./begin-with.ts";
import { isDone, placeRows, progressOf, type PlaceRow } from "./place-rows.ts";

/** What the band says of the last thing that was done. */
export interface Feedback {
  tone: Tone;
  title: string;
  detail: string;
  /** Grows, so that the same words twice are told twice. */
  turn: number;
}

/** What stands before the count until a person has decided. */
export type Sheet =
  | { kind: "PAD"; prefill: string | null }
  | { kind: "PROOF" }
  | { kind: "SKIP" }
  | { kind: "CLOSE"; toPlaceId: string | null }
  | { kind: "UNKNOWN"; code: string; isGtin: boolean }
  | { kind: "LOT"; item: KeptItem; lines: readonly HandLine[] }
  | { kind: "CHOICE"; meanings: readonly SureMeaning[] }
  | { kind: "FIND" }
  | { kind: "SERIALS" }
  | { kind: "MORE" };

/** One place while somebody counts it. */
export class CountingPlace {
  place = $state.raw<KeptPlace>({ ...nowhere });
  entries = $state.raw<readonly KeptEntry[]>([]);
  claim = $state.raw<KeptClaim>();
  mode = $state<CountMode>("TALLY");
  inHandKey = $state<string | null>(null);
  /** What is in hand though no row speaks of it yet. */
  #newInHand = $state.raw<HandLine | null>(null);
  unitCode = $state<string | null>(null);
  feedback = $state.raw<Feedback | null>(null);
  sheet = $state.raw<Sheet | null>(null);
  /** Serials that were read once more: they changed nothing. */
  again = $state.raw<readonly string[]>([]);
  /** A reader of tags is at work: what it reads twice is not told. */
  isBurst = $state(false);
  /** Ids of what the last reset here has taken back. */
  takenBack = $state.raw<readonly string[]>([]);
  /** Option 290: pieces are named by their second serial. */
  showsSecondSerial = $state(false);
  #readings = 0;
  #appends = 0;
  /** How many the server has; nothing before the place was opened. */
  #tagsSent: number | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  readonly rows = $derived.by((): PlaceRow[] =>
    placeRows(this.place, this.entries, this.hand.catalogue),
  );
  readonly progress = $derived(progressOf(this.rows));
  readonly row = $derived(this.rows.find(({ key }) => key === this.inHandKey));
  readonly inHand = $derived(
    this.row?.line ?? (this.#newInHand?.key === this.inHandKey ? this.#newInHand : null),
  );

  constructor(
    readonly hand: Hand,
    readonly count: WorkCount,
    readonly where: WorkPlace,
  ) {}

  /** Reads what the device has, and asks the server for what is new. False where neither knows the place. */
  async open(): Promise<boolean> {
    const { hand, count, where } = this;
    const userId = hand.person?.id ?? "";
    const kept = await hand.tasks.keptPlace(userId, count.id, where.id);
    if (kept) this.place = kept;
    await this.refresh();
    // What was handed in is nobody's place: only lines that were asked for again are open there.
    if (!count.isSubmitted) await this.#take();
    const asked = this.#readAgain();
    if (!kept) await asked;
    const isKnown = this.place.locationId !== "";
    if (isKnown && this.inHandKey === null) this.#takeFirst();
    if (this.#wantsProof()) this.sheet = { kind: "PROOF" };
    return isKnown;
  }

  /** Whoever was led here by its label, or has counted here before, stands here. */
  #wantsProof(): boolean {
    const { hand, count, where } = this;
    const isProven = hand.provenPlaceId === where.id || this.entries.length > 0;
    return (count.options.wantsProofOfPlace ?? false) && !isProven;
  }

  /** The place is this person's with this device, whether the server has been heard or not. */
  async #take(takeOverReason: string | null = null): Promise<void> {
    const name = this.#name();
    const known = await this.hand.claims.of(name);
    if (known && known.state !== "REFUSED") {
      if (known.isLeft) await this.hand.claims.change(name, { isLeft: false });
      return;
    }
    const claimedAt = new Date().toISOString();
    const asked = { state: "ASKED" as const, refusal: null, isLeft: false };
    await this.hand.claims.keep({ ...name, claimedAt, takeOverReason, ...asked });
  }

  takeOver(reason: string): Promise<void> {
    return this.#take(reason);
  }

  async leave(): Promise<void> {
    await this.hand.claims.change(this.#name(), { isLeft: true });
  }

  /** What the device keeps now; another tab, or the sender, may have changed it. */
  async refresh(): Promise<void> {
    const reading = ++this.#readings;
    const { userId, sessionId, locationId } = this.#name();
    for (let appends = -1; appends !== this.#appends;) {
      appends = this.#appends;
      const entries = await this.hand.outbox.ofPlace(userId, sessionId, locationId);
      const claim = await this.hand.claims.of(this.#name());
      const takenBack = await this.hand.outbox.takenBack(this.#name());
      if (reading !== this.#readings) return;
      // What was entered meanwhile stands here already, and perhaps not in what was read.
      if (appends !== this.#appends) continue;
      this.entries = entries;
      this.claim = claim;
      this.takenBack = takenBack;
    }
    await this.#lookWhatTagsAreOn();
  }

  /** Once the server has them, the lines of their pieces are counted. */
  async #lookWhatTagsAreOn(): Promise<void> {
    const sent = this.entries.filter(
      ({ lineKey, state }) => lineKey === tagsKey && state === "SENT",
    );
    const areNew = this.#tagsSent !== null && sent.length > this.#tagsSent;
    this.#tagsSent = sent.length;
    if (areNew) await this.#readAgain();
  }

  async #readAgain(): Promise<void> {
    const { hand, count, where } = this;
    const asked = hand.tasks.readPlace(hand.person?.id ?? "", count, where.id);
    const place = await asked.catch(() => undefined);
    if (place) this.place = place;
  }

  /** One after the other: a burst of scans is counted in its order. */
  inTurn<Result>(verb: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(verb);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Durable when it answers; together with what a reset takes back, where it is one. */
  async keep(drafts: readonly Draft[], takenBack?: readonly string[]): Promise<void> {
    const { clock, person } = this.hand;
    const entries = drafts.map(([target, content, seenAt]): Entry => {
      const { pageId, offsetMs: clockOffsetMs } = clock;
      const countedAt = seenAt ?? clock.next();
      const witness = { userId: person?.id ?? "", countedAt, clockOffsetMs, pageId };
      return makeEntry(target, content, witness);
    });
    const reset = takenBack && { ...this.#name(), takenBack };
    const kept = await this.hand.outbox.append(entries, reset);
    this.#appends += 1;
    this.entries = [...this.entries, ...kept];
    this.takenBack = takenBack ?? this.takenBack;
    this.hand.previousEntry = kept.at(-1) ?? this.hand.previousEntry;
    this.hand.lastScanAt = entries.at(-1)?.countedAt ?? this.hand.lastScanAt;
  }

  takeInHand(line: HandLine) {
    if (line.key !== this.inHandKey) {
      this.unitCode = unitToBeginWith(line.item, this.unitCode ?? this.#unitBefore(), this.count);
      this.again = [];
    }
    this.#newInHand = line;
    this.inHandKey = line.key;
  }

  #unitBefore(): string | null {
    return this.hand.previousEntry?.unitCode ?? null;
  }

  readAgain(serial: string) {
    this.again = [serial, ...this.again.filter((each) => each !== serial)];
  }

  targetOf({ key, lineId, item, lotCode }: HandLine): EntryTarget {
    const { sessionId, locationId } = this.#name();
    return {
      ...{ sessionId, locationId, lineKey: key, lineId, lotCode, rawScan: null },
      itemId: item.id,
    };
  }

  tell(tone: Tone, title: string, detail: string) {
    this.feedback = { tone, title, detail, turn: (this.feedback?.turn ?? 0) + 1 };
  }

  /** The next line that nobody has spoken of, behind the one in hand, else from the top. */
  nextUndone(): PlaceRow | undefined {
    const at = this.rows.findIndex(({ key }) => key === this.inHandKey);
    const isOpen = (row: PlaceRow) => !isDone(row) && row.line !== null;
    return this.rows.slice(at + 1).find(isOpen) ?? this.rows.slice(0, Math.max(at, 0)).find(isOpen);
  }

  #takeFirst() {
    const before = rowToBeginWith(this.rows, this.hand.previousEntry, this.count);
    const line = (before ?? this.nextUndone() ?? this.rows[0])?.line;
    if (line) this.takeInHand(line);
  }

  #name() {
    const { hand, count, where } = this;
    return { userId: hand.person?.id ?? "", sessionId: count.id, locationId: where.id };
  }
}

const nowhere: KeptPlace = { userId: "", sessionId: "", locationId: "", code: "", lines: [] };
