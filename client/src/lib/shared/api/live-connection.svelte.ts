import { createClient, type Client, type SubscribePayload, type Sink } from "graphql-ws";
import type { ServerAddress } from "./server-address.ts";
import { waitToRetry } from "./wait-to-retry.ts";

export type LiveState = "connecting" | "live" | "reconnecting" | "offline";

const heartbeatMs = 5_000;
const pongWithinMs = 5_000;
const triesBeforeStartingOver = 3;
/** The server closes with these when the session behind the socket is no longer good. */
const refusedCodes = [4401, 4403];

/** The one socket of this page: it says how it is, and comes back for ever. */
export class LiveConnection {
  #state = $state<LiveState>("connecting");
  #latencyMs = $state<number>();
  #returnCount = $state(0);
  #client: Client | undefined;
  #address: ServerAddress;
  #onRefused: () => void;
  #hasBeenLive = false;

  constructor(address: ServerAddress, onRefused: () => void) {
    this.#address = address;
    this.#onRefused = onRefused;
    addEventListener("offline", () => this.#interrupted());
    addEventListener("online", () => {
      this.#interrupted();
      // A socket that outlived its network is seldom alive: begin a new one at once.
      this.#client?.terminate();
    });
  }

  get state() {
    return this.#state;
  }

  /** Round trip of the last ping. */
  get latencyMs() {
    return this.#latencyMs;
  }

  /** Grows each time the server is back after an absence: a cue to ask again. */
  get returnCount() {
    return this.#returnCount;
  }

  open() {
    this.#client ??= this.#connect();
  }

  close() {
    const client = this.#client;
    this.#client = undefined;
    this.#hasBeenLive = false;
    this.#state = "connecting";
    // One that is just connecting rejects when its socket is refused: that is closed as well.
    void Promise.resolve(client?.dispose()).catch(() => undefined);
  }

  subscribe<Frame>(payload: SubscribePayload, sink: Sink<Frame>): () => void {
    this.open();
    // The wire cannot know a frame's type; the caller's document does.
    return this.#client?.subscribe(payload, sink as Sink<unknown>) ?? (() => {});
  }

  #connect(): Client {
    let pingSentAt = 0;
    let pongTimer: ReturnType<typeof setTimeout> | undefined;
    const { socketUrl, webSocketImpl } = this.#address;
    const client = createClient({
      url: socketUrl,
      webSocketImpl,
      lazy: false,
      keepAlive: heartbeatMs,
      // The library gives up after five tries by default; a page left open must never give up.
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: waitToRetry,
      onNonLazyError: () => void this.#startOver(client),
      on: {
        connected: (socket) => {
          this.#arrived();
          pingSentAt = performance.now();
          (socket as WebSocket).send('{"type":"ping"}');
        },
        ping: (isReceived) => {
          if (isReceived) return;
          pingSentAt = performance.now();
          pongTimer = setTimeout(() => client.terminate(), pongWithinMs);
        },
        pong: (isReceived) => {
          if (!isReceived) return;
          clearTimeout(pongTimer);
          this.#latencyMs = Math.max(1, Math.round(performance.now() - pingSentAt));
        },
        closed: (event) => {
          clearTimeout(pongTimer);
          if (this.#client !== client) return;
          this.#interrupted();
          if (event instanceof CloseEvent && refusedCodes.includes(event.code)) this.#onRefused();
        },
      },
    });
    return client;
  }

  /** Some close codes end a client of the library for good; a new one takes over. */
  async #startOver(ended: Client) {
    await waitToRetry(triesBeforeStartingOver);
    if (this.#client !== ended) return;
    this.#client = undefined;
    this.open();
    this.#returnCount += 1;
  }

  #arrived() {
    if (this.#hasBeenLive) this.#returnCount += 1;
    this.#hasBeenLive = true;
    this.#state = "live";
  }

  #interrupted() {
    if (!navigator.onLine) this.#state = "offline";
    else if (this.#hasBeenLive || this.#state === "offline") this.#state = "reconnecting";
  }
}
