import { randomUUID } from "node:crypto";
import { RecordObservations } from "@tallyroom/schema/operations/record-observations.ts";
import { apiSessionSource } from "#lib/counting/api-session-source.ts";
import { wholeCount } from "#lib/counting/line-question.ts";
import type { SessionSource } from "#lib/counting/session-source.ts";
import { SessionStore } from "#lib/counting/session-store.svelte.ts";
import { Api } from "#lib/shared/api/api.svelte.ts";
import { patiently } from "#lib/shared/api/patiently.ts";
import type { FaultyNetwork } from "../../../tools/testing/faulty-network.ts";

const linesShown = 200;

/** A board and a counter in one, with the web client's own live layer, behind a network of its own. */
export class Device {
  readonly store: SessionStore;
  /** Entries that the server has acknowledged. */
  readonly acknowledged = new Set<string>();
  readonly #api: Api;
  #isClosed = false;

  constructor(
    readonly network: FaultyNetwork,
    private readonly sessionId: string,
    cookie: string,
    spoil: (source: SessionSource) => SessionSource = (source) => source,
  ) {
    this.#api = apiAt(network.host, cookie);
    const source = apiSessionSource(sessionId, { from: this.#api, seesValue: false });
    this.store = new SessionStore(spoil(source));
    this.store.open();
    this.store.look(0, linesShown - 1);
  }

  /** Sends one entry until it is acknowledged, under the same name each time. */
  async count(lineId: string, quantity: number): Promise<void> {
    const externalId = randomUUID();
    const countedAt = new Date().toISOString();
    const observation = { externalId, mode: "ADD" as const, clockOffsetMs: 0, lineId, countedAt };
    const input = {
      sessionId: this.sessionId,
      observations: [{ ...observation, quantity: String(quantity) }],
    };
    const answer = await patiently(
      () => this.#api.mutate(RecordObservations, { input }),
      () => !this.#isClosed,
    );
    const kind = answer?.recordObservations.results[0]?.__typename;
    if (kind === "ObservationRecorded" || kind === "ObservationAlreadyRecorded")
      this.acknowledged.add(externalId);
    else if (!this.#isClosed) throw new Error(`The entry was answered with ${kind}.`);
  }

  /** What its screen shows. */
  shown(): Screen {
    const { session, totals } = this.store;
    const lines = Array.from({ length: this.store.rowCount ?? 0 }, (_, at) =>
      this.store.lineAt(at),
    );
    return screenOf(session, totals, lines.slice(0, linesShown));
  }

  close(): void {
    this.#isClosed = true;
    this.store.close();
    this.#api.live.close();
  }
}

export interface Screen {
  session: unknown;
  totals: unknown;
  lines: unknown[];
}

/** What a screen shows that was opened this moment, by somebody whose network is sound. */
export async function freshScreen(host: string, sessionId: string, cookie: string) {
  const source = apiSessionSource(sessionId, { from: apiAt(host, cookie), seesValue: false });
  const session = await source.readSession();
  const totals = await source.readTotals(wholeCount);
  return screenOf(session, totals, await source.readLines(wholeCount, 0, linesShown));
}

function screenOf(
  session: object | null | undefined,
  totals: unknown,
  lines: readonly unknown[],
): Screen {
  // Where a reading stood in the feed is no part of what it showed.
  const { changesCursor: _, ...shown } = { changesCursor: null, ...session };
  return { session: shown, totals, lines: [...lines] };
}

function apiAt(host: string, cookie: string): Api {
  return new Api({
    httpUrl: `http://${host}/graphql`,
    socketUrl: () => `ws://${host}/graphql`,
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie } }),
    webSocketImpl: class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        // Outside a browser the handshake may bring headers; the types are a browser's.
        super(url, { protocols, headers: { cookie } } as unknown as string[]);
      }
    },
  });
}
