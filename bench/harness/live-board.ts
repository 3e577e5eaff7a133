import type { BenchApi } from "./bench-api.ts";

const FOLLOW = `subscription ($sessionId: ID!) {
  sessionFeed(sessionId: $sessionId) {
    __typename
    ... on SessionFrame {
      cursor
      events { sequence kind lineId externalId }
      lines { id version state quantityCounted quantityVariance isDisputed }
      progress { status linesCounted linesDifferent }
    }
  }
}`;

export interface LiveLine {
  id: string;
  version: number;
  state: string;
  quantityCounted: string | null;
}

interface Frame {
  __typename: string;
  events: { sequence: number; externalId: string | null }[];
  lines: LiveLine[];
  progress: { linesCounted: number };
}

/** Many boards are sent the same bytes: they are read once, or the bench would measure itself. */
let lastText = "";
let lastFrame: Frame | null = null;

function frameIn(text: string): Frame {
  const payload = text.slice(text.indexOf('"payload"'));
  if (payload !== lastText) {
    const { data, errors } = (
      JSON.parse(text) as { payload: { data: { sessionFeed: Frame }; errors?: unknown } }
    ).payload;
    if (errors) throw new Error(JSON.stringify(errors));
    lastText = payload;
    lastFrame = data.sessionFeed;
  }
  return lastFrame as Frame;
}

/** One screen that follows a count over a socket of its own, and keeps what it was told. */
export class LiveBoard {
  readonly lines = new Map<string, LiveLine>();
  readonly toldAt = new Map<string, number>();
  linesCounted = 0;
  doubled = 0;
  holes = 0;
  #last = 0;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static open(api: BenchApi, sessionId: string): Promise<LiveBoard> {
    const url = api.endpoint.replace("http", "ws");
    const options = { protocols: ["graphql-transport-ws"], headers: api.headers };
    const socket = new WebSocket(url, options as unknown as string[]);
    const board = new LiveBoard(socket);
    return new Promise((resolve, reject) => {
      socket.onerror = () => reject(new Error("A board could not be opened."));
      socket.onopen = () => socket.send(JSON.stringify({ type: "connection_init" }));
      socket.onmessage = ({ data }) => {
        const text = String(data);
        const { type } = text.includes('"type":"next"')
          ? { type: "next" }
          : (JSON.parse(text) as { type: string });
        if (type === "ping") socket.send(JSON.stringify({ type: "pong" }));
        if (type === "connection_ack") {
          const payload = { query: FOLLOW, variables: { sessionId } };
          socket.send(JSON.stringify({ id: "1", type: "subscribe", payload }));
        }
        if (type !== "next") return;
        board.#take(frameIn(text));
        resolve(board);
      };
    });
  }

  close(): void {
    this.#socket.close();
  }

  #take({ events, lines, progress }: Frame): void {
    const now = performance.now();
    for (const { sequence, externalId } of events) {
      if (this.#last > 0 && sequence !== this.#last + 1) this.holes += 1;
      this.#last = sequence;
      if (externalId === null) continue;
      if (this.toldAt.has(externalId)) this.doubled += 1;
      else this.toldAt.set(externalId, now);
    }
    for (const line of lines)
      if (line.version > (this.lines.get(line.id)?.version ?? 0)) this.lines.set(line.id, line);
    this.linesCounted = progress.linesCounted;
  }
}
