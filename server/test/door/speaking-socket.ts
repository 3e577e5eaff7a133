import { WebSocket } from "ws";

export interface SocketMessage {
  type: string;
  id?: string;
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test knows what it asked for. */
  payload?: any;
}

export interface SocketEnd {
  code: number;
  reason: string;
}

export interface SocketOptions {
  headers?: Record<string, string>;
  protocols?: string[];
}

const patienceMs = 8_000;

/** A raw socket that says exactly what a test wants and waits for what comes back. */
export class SpeakingSocket {
  readonly #received: SocketMessage[] = [];
  readonly #waiting: ((message: SocketMessage) => void)[] = [];
  readonly closed: Promise<SocketEnd>;

  private constructor(readonly raw: WebSocket) {
    raw.on("error", () => undefined);
    raw.on("message", (data) => {
      const message = JSON.parse(String(data)) as SocketMessage;
      const waiting = this.#waiting.shift();
      if (waiting) waiting(message);
      else this.#received.push(message);
    });
    this.closed = new Promise((resolve) =>
      raw.once("close", (code, reason) => resolve({ code, reason: String(reason) })),
    );
  }

  /** Rejects with the HTTP status where the upgrade is refused. */
  static async open(url: string, options: SocketOptions = {}): Promise<SpeakingSocket> {
    const address = new URL("/graphql", url);
    address.protocol = "ws:";
    const raw = new WebSocket(address, options.protocols ?? ["graphql-transport-ws"], {
      headers: options.headers,
    });
    const socket = new SpeakingSocket(raw);
    await new Promise<void>((resolve, reject) => {
      raw.once("open", () => resolve());
      raw.once("unexpected-response", (_request, { statusCode }) =>
        reject(new Error(`upgrade refused with ${statusCode}`)),
      );
      raw.once("error", reject);
    });
    return socket;
  }

  /** Open and acknowledged. */
  static async greet(url: string, headers: Record<string, string>): Promise<SpeakingSocket> {
    const socket = await SpeakingSocket.open(url, { headers });
    socket.say({ type: "connection_init" });
    const answer = await socket.next();
    if (answer.type !== "connection_ack") throw new Error(`Not acknowledged: ${answer.type}`);
    return socket;
  }

  say(message: object | string): void {
    this.raw.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.say({ type: "subscribe", id, payload: { query, variables } });
  }

  /** The next message; rejects when the socket closes before it, or nothing comes. */
  async next(): Promise<SocketMessage> {
    const received = this.#received.shift();
    if (received) return received;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await Promise.race([
        new Promise<SocketMessage>((resolve) => this.#waiting.push(resolve)),
        this.closed.then(({ code, reason }) => {
          throw new Error(`closed with ${code} ${reason}`);
        }),
        new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => reject(new Error("nothing came")), patienceMs);
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  async nextOf(id: string): Promise<SocketMessage> {
    for (;;) {
      const message = await this.next();
      if (message.id === id) return message;
    }
  }

  close(): void {
    this.raw.close();
  }
}

export const feedQuery = `subscription ($warehouseId: ID!, $after: String) {
  stockFeed(warehouseId: $warehouseId, after: $after) { cursor moves { sequence } }
}`;
