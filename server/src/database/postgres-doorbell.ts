import pg from "pg";
import { lookAnywayMs, type Doorbell } from "./doorbell.ts";

const channel = "tallyroom_bell";
const ringsApartMs = 20;
const retryMs = 500;
/** A payload that is longer than NOTIFY carries becomes the ring for everybody. */
const mostPayload = 7_000;
const everything = "*";

/**
 * Rings through NOTIFY on a connection of its own, outside every writing transaction, at most once
 * in 20 ms for all topics together: a notification inside a commit takes a lock on the whole cluster.
 */
export class PostgresDoorbell implements Doorbell {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #waiting = new Set<string>();
  readonly #lookAnyway: NodeJS.Timeout;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #ownProcessId = 0;
  #closed = false;

  constructor(private readonly url: string) {
    this.#lookAnyway = setInterval(() => this.#wakeAll(), lookAnywayMs);
    void this.#connect();
  }

  ring(topic: string): void {
    this.#waiting.add(topic);
    this.#timer ??= setTimeout(() => void this.#send(), ringsApartMs);
  }

  listen(topic: string, onRing: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(onRing));
    return () => {
      listeners.delete(onRing);
      if (listeners.size === 0) this.#listeners.delete(topic);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#lookAnyway);
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#retry) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "tallyroom doorbell",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on("notification", ({ processId, payload }) => {
      if (processId !== this.#ownProcessId) this.#heard(payload ?? everything);
    });
    client.on("error", () => undefined);
    client.on("end", () => this.#connectAgain());
    try {
      await client.connect();
      const { rows } = await client.query<{ id: number }>("select pg_backend_pid() as id");
      await client.query(`listen ${channel}`);
      this.#ownProcessId = rows[0]?.id ?? 0;
      this.#client = client;
      // Whatever rang while nobody listened is found by looking once.
      this.#wakeAll();
    } catch {
      await client.end().catch(() => undefined);
      this.#connectAgain();
    }
  }

  #connectAgain(): void {
    this.#client = null;
    if (this.#closed) return;
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      void this.#connect();
    }, retryMs);
  }

  async #send(): Promise<void> {
    this.#timer = null;
    const topics = [...this.#waiting].join(" ");
    this.#waiting.clear();
    // Listeners in this process need no round trip.
    this.#heard(topics);
    const payload = topics.length > mostPayload ? everything : topics;
    await this.#client
      ?.query("select pg_notify($1, $2)", [channel, payload])
      .catch(() => undefined);
  }

  #heard(payload: string): void {
    if (payload === everything) this.#wakeAll();
    else for (const topic of payload.split(" ")) this.#wake(topic);
  }

  #wake(topic: string): void {
    for (const onRing of this.#listeners.get(topic) ?? []) onRing();
  }

  #wakeAll(): void {
    for (const topic of this.#listeners.keys()) this.#wake(topic);
  }
}
