import { lookAnywayMs, type Doorbell } from "./doorbell.ts";

const ringsApartMs = 20;
const retryMs = 500;
/** Longer messages become the ring for everybody. */
const mostPayload = 7_000;
const everything = "*";

/**
 * What all doorbells have in common, whatever wire they ring over: topics are gathered for 20 ms and
 * sent together, listeners in this process hear them without a round trip, a wire that broke is laid
 * again, and everybody looks once a second anyway.
 */
export abstract class GatheringDoorbell implements Doorbell {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #waiting = new Set<string>();
  readonly #lookAnyway: NodeJS.Timeout;
  #timer: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isClosed = false;
  #isWhole = true;
  #onWire: (isWhole: boolean) => void = () => undefined;

  constructor() {
    this.#lookAnyway = setInterval(() => this.#wakeAll(), lookAnywayMs);
  }

  /** Sends to all other processes; where there is no wire at the moment the ring is lost. */
  protected abstract send(payload: string): Promise<void>;
  /** Lays the wire and listens at it. Rejects where that fails. */
  protected abstract connect(): Promise<void>;
  protected abstract hangUp(): Promise<void>;

  ring(topic: string): void {
    this.#waiting.add(topic);
    this.#timer ??= setTimeout(() => void this.#sendGathered(), ringsApartMs);
  }

  listen(topic: string, onRing: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(onRing));
    return () => {
      listeners.delete(onRing);
      if (listeners.size === 0) this.#listeners.delete(topic);
    };
  }

  tellOfWire(onChange: (isWhole: boolean) => void): void {
    this.#onWire = onChange;
    if (!this.#isWhole) onChange(false);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#listeners.clear();
    clearInterval(this.#lookAnyway);
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#retry) clearTimeout(this.#retry);
    await this.hangUp().catch(() => undefined);
  }

  /** For the wire: another process rang. */
  protected heard(payload: string): void {
    if (payload === everything) this.#wakeAll();
    else for (const topic of new Set(payload.split(" ").flatMap(withThoseAbove))) this.#wake(topic);
  }

  /** For the wire: it broke. */
  protected connectAgain(): void {
    if (this.#isClosed) return;
    this.#noteWire(false);
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      void this.begin();
    }, retryMs);
  }

  protected async begin(): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.connect();
      this.#noteWire(true);
      // Whatever rang while nobody listened is found by looking once.
      this.#wakeAll();
    } catch {
      await this.hangUp().catch(() => undefined);
      this.connectAgain();
    }
    if (this.#isClosed) await this.hangUp().catch(() => undefined);
  }

  /** Once for each change: it is tried twice a second. */
  #noteWire(isWhole: boolean): void {
    if (this.#isWhole === isWhole) return;
    this.#isWhole = isWhole;
    this.#onWire(isWhole);
  }

  async #sendGathered(): Promise<void> {
    this.#timer = null;
    const topics = [...this.#waiting].join(" ");
    this.#waiting.clear();
    this.heard(topics);
    await this.send(topics.length > mostPayload ? everything : topics).catch(() => undefined);
  }

  #wake(topic: string): void {
    for (const onRing of this.#listeners.get(topic) ?? []) onRing();
  }

  #wakeAll(): void {
    for (const topic of this.#listeners.keys()) this.#wake(topic);
  }
}

/** `a:b:c` is heard by who listens to `a:b:c`, to `a:b` and to `a`. */
function withThoseAbove(topic: string): string[] {
  const parts = topic.split(":");
  return parts.map((_, last) => parts.slice(0, last + 1).join(":"));
}
