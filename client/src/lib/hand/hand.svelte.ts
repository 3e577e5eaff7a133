import { version } from "$app/env";
import { newId } from "#lib/shared/api/new-id.ts";
import { asProblem, type Problem, type ProblemKind } from "#lib/shared/api/problem.ts";
import type { KeptEntry } from "./entries/entry.ts";
import { HttpHandApi } from "./hand-api.ts";
import { askForPerson, forgetPerson, rememberedPerson, type HandPerson } from "./hand-person.ts";
import { handSettings } from "./hand-settings.svelte.ts";
import { Claims } from "./outbox/claims.ts";
import { HandClock } from "./outbox/hand-clock.ts";
import { openHandDatabase, type HandDatabase } from "./outbox/hand-database.ts";
import { Wake } from "./outbox/keep-draining.ts";
import { Outbox } from "./outbox/outbox.ts";
import type { Scan } from "./scanning/scan-source.ts";
import { HandCatalogue } from "./task/hand-catalogue.ts";
import { countOverview, type CountOverview } from "./task/count-overview.ts";
import type { KeptWork, WorkCount } from "./task/kept-task.ts";
import { TaskCache } from "./task/task-cache.ts";

const answersWithinMs = 10_000;
const untilAnotherTryMs = 5_000;
const deviceFact = "device";

/** The counter's hand: who holds it, what it keeps, and how it stands with the server. */
export class Hand {
  person = $state.raw<HandPerson | null>(null);
  work = $state.raw<KeptWork>();
  /** What is kept here and not acknowledged. */
  waiting = $state(0);
  rejected = $state(0);
  /** Why nothing can be sent; nothing while all is well. */
  trouble = $state<ProblemKind | null>(null);
  lastContactAt = $state<number | null>(null);
  /** Grows with each change of what is kept, in any tab: a cue to read it again. */
  changes = $state(0);
  /** The open counts and the catalogue are on the device. */
  isReadyForOffline = $state(false);
  lastScanAt: string | null = null;
  /** What this person entered last, here or before the page was opened: the next entry may begin with it. */
  previousEntry: KeptEntry | null = null;
  /** A scan that led to the place where it counts. */
  carriedScan: Scan | null = null;
  /** The place of which the label was scanned last. */
  provenPlaceId: string | null = null;
  #isFetchingAhead = false;
  #parcels = 0;

  readonly api = new HttpHandApi(answersWithinMs);
  readonly clock = new HandClock();
  readonly catalogue = new HandCatalogue();
  outbox!: Outbox;
  claims!: Claims;
  tasks!: TaskCache;
  deviceId = "";
  #database!: HandDatabase;
  #opening: Promise<void> | undefined;
  #draining: AbortController | undefined;
  readonly #shown = Promise.withResolvers<void>();
  readonly wake = new Wake();
  readonly #otherTabs = new BroadcastChannel("tallyroom-hand");

  /** The first screen stands. */
  isShown() {
    this.#shown.resolve();
  }

  /** Once a page load. Works without the server for whoever was here before. */
  open(): Promise<void> {
    this.#opening ??= this.#open().catch((thrown: unknown) => {
      this.#opening = undefined;
      throw thrown;
    });
    return this.#opening;
  }

  async #open(): Promise<void> {
    this.#database = await openHandDatabase();
    const onChange = () => this.#changed();
    this.outbox = new Outbox(this.#database, onChange, (count) => this.#appended(count));
    this.claims = new Claims(this.#database, onChange);
    this.tasks = new TaskCache(this.#database, this.api, this.catalogue);
    this.deviceId = await this.#ownDeviceId();
    await this.tasks.open();
    this.#otherTabs.onmessage = () => void this.#look();
    addEventListener("online", () => this.sendNow());
    addEventListener("offline", () => (this.trouble = "network"));
    // Asked to stay: a browser that is short of room throws away what nobody asked it to keep.
    void navigator.storage?.persist?.();
    const known = await rememberedPerson(this.#database);
    await this.#begin(known ?? (await askForPerson(this.api, this.#database)));
    void this.#checkPerson();
  }

  async #begin(person: HandPerson | null): Promise<void> {
    this.#draining?.abort();
    this.person = person;
    if (!person) return;
    this.work = await this.tasks.keptWork(person.id);
    const own = await this.outbox.waiting(person.id);
    this.clock.startAfter(own.at(-1)?.countedAt);
    this.previousEntry = await this.outbox.latest(person.id);
    await this.#look();
    this.#draining = new AbortController();
    void this.#keepSending(person.id, this.#draining.signal);
  }

  /** Whoever has signed in since the last start takes the device over; the entries stay their author's. */
  async #checkPerson(): Promise<void> {
    try {
      const person = await askForPerson(this.api, this.#database);
      if (!person) this.trouble = "unauthenticated";
      else if (person.id !== this.person?.id) await this.#begin(person);
      else this.person = person;
      if (!person) return;
      void this.fetchAhead();
    } catch (thrown) {
      this.#note(asProblem(thrown));
    }
  }

  /** What sends comes once the first screen stands; until then everything is kept. */
  async #keepSending(userId: string, signal: AbortSignal): Promise<void> {
    await this.#shown.promise;
    while (!signal.aborted) {
      try {
        const { keepSending } = await import("./outbox/keep-sending.ts");
        return await keepSending(this, userId, signal);
      } catch {
        this.trouble = "network";
        await this.wake.wait(untilAnotherTryMs, signal);
      }
    }
  }

  /** Somebody has signed in since it was told that nobody is. */
  async signedIn(): Promise<void> {
    await this.#checkPerson();
    this.sendNow();
  }

  /** What goes along with entries waits, too, and is told with them. */
  parcelsWait(count: number) {
    this.waiting += count - this.#parcels;
    this.#parcels = count;
  }

  /** In whichever tab: the one that sends has to hear of it. */
  parcelKept(count: number) {
    this.parcelsWait(count);
    this.#changed();
  }

  /** A person asks for it, or the network is back. */
  sendNow() {
    this.wake.hurry();
  }

  async unsentByCount() {
    const userId = this.person?.id ?? "";
    const held = new Map<string, number>();
    for (const { sessionId } of await this.claims.ofPerson(userId)) held.set(sessionId, 0);
    const unsent = [
      ...(await this.outbox.waiting(userId)),
      ...(await this.outbox.rejected(userId)),
    ];
    for (const { sessionId } of unsent) held.set(sessionId, (held.get(sessionId) ?? 0) + 1);
    return [...held].map(([sessionId, unsentCount]) => ({ sessionId, unsentCount }));
  }

  async refreshWork(): Promise<void> {
    const { person } = this;
    if (!person) return;
    try {
      this.work = await this.tasks.readWork(person);
      this.#contact();
    } catch (thrown) {
      this.#note(asProblem(thrown));
    }
  }

  /** Fetches what a shift without a network needs: the lines of open counts, then the whole catalogue. */
  async fetchAhead(): Promise<void> {
    const { person } = this;
    if (!person || this.#isFetchingAhead) return;
    this.#isFetchingAhead = true;
    try {
      this.work = await this.tasks.readWork(person);
      for (const count of this.work.counts) await this.tasks.readCount(person.id, count);
      this.changes += 1;
      await this.tasks.readCatalogue();
      this.isReadyForOffline = true;
    } catch (thrown) {
      this.#note(asProblem(thrown));
    } finally {
      this.#isFetchingAhead = false;
    }
  }

  /** What this person has done in each count, and what is left for him, without asking anybody. */
  async overviews(counts: readonly WorkCount[]): Promise<Map<string, CountOverview>> {
    const userId = this.person?.id ?? "";
    const read = counts.map(async (count): Promise<[string, CountOverview]> => {
      const places = await this.tasks.keptPlaces(userId, count.id);
      const entries = await this.outbox.ofCount(userId, count.id);
      return [count.id, countOverview(count, places, entries, this.catalogue)];
    });
    return new Map(await Promise.all(read));
  }

  /** What was entered stays on the device, for the same person. */
  async forgetPerson(): Promise<void> {
    this.#draining?.abort();
    await forgetPerson(this.#database);
    this.person = null;
    this.work = undefined;
  }

  #contact() {
    this.trouble = null;
    this.lastContactAt = Date.now();
  }

  heard() {
    this.#contact();
  }

  notHeard(problem: Problem) {
    this.#note(problem);
  }

  #note({ kind }: Problem) {
    this.trouble = kind;
  }

  /**
   * Whoever appends knows what it was: nothing is read again for each scan. In the same instant as the
   * quantity: "All sent" never stands over what still waits.
   */
  #appended(count: number) {
    this.waiting += count;
    this.#otherTabs.postMessage("changed");
    this.wake.poke();
  }

  #changed() {
    this.#otherTabs.postMessage("changed");
    void this.#look();
  }

  async #look(): Promise<void> {
    if (!this.person) return;
    const { waiting, rejected } = await this.outbox.unsentCount(this.person.id);
    this.waiting = waiting + this.#parcels;
    this.rejected = rejected;
    this.changes += 1;
    this.wake.poke();
  }

  device() {
    const name = handSettings.now.deviceName || `${this.person?.name ?? "Somebody"}'s device`;
    return { id: this.deviceId, name, appVersion: version };
  }

  async #ownDeviceId(): Promise<string> {
    const known = (await this.#database.get("facts", deviceFact)) as string | undefined;
    if (known) return known;
    const made = newId();
    await this.#database.put("facts", made, deviceFact);
    return made;
  }
}

export const hand = new Hand();
