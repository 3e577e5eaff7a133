import { SpeakingSocket } from "../door/speaking-socket.ts";
import { alike } from "./everything-a-counter-asks.ts";
import type { World } from "./build-world.ts";
import { selectionOf } from "./selection-of.ts";

const followDocument = () => `subscription ($sessionId: ID!, $after: String) {
  sessionFeed(sessionId: $sessionId, after: $after) {
    ... on SessionFrame { ${selectionOf("SessionFrame", 2)} }
    ... on ResyncRequired { reason }
  }
}`;

/** A counter's socket on one count; keeps every byte that comes, but for what chance has made. */
export class WorldFollower {
  readonly told: string[] = [];
  readonly #kinds: string[] = [];

  private constructor(
    private readonly world: World,
    private readonly socket: SpeakingSocket,
  ) {}

  static async open(world: World, url: string, name: string, after?: string) {
    const socket = await SpeakingSocket.greet(url, world.counter.headers);
    const follower = new WorldFollower(world, socket);
    socket.subscribe("1", followDocument(), { sessionId: world.ids[name], after });
    await follower.#frame();
    return follower;
  }

  /** Takes frames until so many events of a kind have come. */
  async until(kind: string, count: number): Promise<void> {
    while (this.#kinds.filter((each) => each === kind).length < count) await this.#frame();
  }

  close(): void {
    this.socket.close();
  }

  async #frame(): Promise<void> {
    const { type, payload } = await this.socket.next();
    // Fields are answered side by side: in which order some of them fail is chance.
    const errors = payload.errors?.map((error: object) => JSON.stringify(error)).sort();
    const text = JSON.stringify({ ...payload, errors });
    this.told.push(`${type} ${alike(this.world, text)}`);
    const events: { kind: string }[] = payload.data.sessionFeed.events;
    this.#kinds.push(...events.map(({ kind }) => kind));
  }
}
