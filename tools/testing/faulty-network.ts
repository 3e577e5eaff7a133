import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

type Condition = "sound" | "cut" | "silent";

/** What happens now and then to single pieces on their way; each is asked anew for every piece. */
export interface Losses {
  /** It never arrives. */
  cutsRequest: () => boolean;
  /** What was asked is done, and whoever asked does not hear of it. */
  losesReply: () => boolean;
}

const lossless: Losses = { cutsRequest: () => false, losesReply: () => false };

/** TCP to a port of this machine that can be cut, that can carry nothing and not say so, or lose pieces. */
export class FaultyNetwork {
  #condition: Condition = "sound";
  #losses = lossless;
  readonly #pairs = new Set<[near: Socket, far: Socket]>();
  readonly #server: Server;

  private constructor(serverPort: number) {
    this.#server = createServer((near) => this.#carry(near, serverPort));
  }

  static async to(serverPort: number): Promise<FaultyNetwork> {
    const network = new FaultyNetwork(serverPort);
    network.#server.listen(0, "127.0.0.1");
    await once(network.#server, "listening");
    return network;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  set condition(condition: Condition) {
    this.#condition = condition;
    for (const pair of this.#pairs) this.#apply(pair);
  }

  set losses(losses: Losses | null) {
    this.#losses = losses ?? lossless;
  }

  async close(): Promise<void> {
    this.condition = "cut";
    this.#server.close();
    await once(this.#server, "close");
  }

  #carry(near: Socket, serverPort: number): void {
    const far = connect(serverPort, "127.0.0.1");
    const pair: [Socket, Socket] = [near, far];
    this.#pairs.add(pair);
    near.on("data", (bytes) => (this.#losses.cutsRequest() ? near.destroy() : far.write(bytes)));
    far.on("data", (bytes) => (this.#losses.losesReply() ? near.destroy() : near.write(bytes)));
    for (const [one, other] of [pair, pair.toReversed() as typeof pair]) {
      one.on("error", () => undefined);
      one.on("close", () => {
        other.destroy();
        this.#pairs.delete(pair);
      });
    }
    this.#apply(pair);
  }

  #apply(pair: readonly Socket[]): void {
    for (const socket of pair) {
      if (this.#condition === "cut") socket.destroy();
      else if (this.#condition === "silent") socket.pause();
      else socket.resume();
    }
  }
}
