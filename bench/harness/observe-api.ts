import type { BenchApi } from "./bench-api.ts";
import { requestsPerSecond } from "./requests-per-second.ts";

const CREATE = `mutation Create($input: CreateCountSessionInput!) {
  createCountSession(input: $input) { ... on CountSessionCreated { session { id } } }
}`;
const START = `mutation Start($input: StartCountSessionInput!) {
  startCountSession(input: $input) { ... on CountSessionStarted { session { id } } }
}`;
const LINES = `query Lines($id: ID!, $offset: Int!) {
  countSession(id: $id) { lineWindow(offset: $offset, limit: 500) { id item { tracking } } }
}`;
const RECORD = `mutation Record($input: RecordObservationsInput!) {
  recordObservations(input: $input) { results { __typename } }
}`;

export interface OpenCount {
  sessionId: string;
  lineIds: string[];
}

/** So many that each sees a few entries, as on a floor, and not dozens. */
export const linesToCount = 40_000;

/** A full count of a warehouse, with lines that a plain number settles. */
export async function openCount(api: BenchApi, warehouseId: string): Promise<OpenCount> {
  const input = { warehouseId, title: "Full count", countType: "FULL" };
  type Created = { createCountSession: { session: { id: string } } };
  const created = await api.ask<Created>(CREATE, { input });
  const sessionId = created.createCountSession.session.id;
  await api.ask(START, { input: { sessionId } });
  const lineIds: string[] = [];
  for (let offset = 0; lineIds.length < linesToCount; offset += 500) {
    type Found = { countSession: { lineWindow: { id: string; item: { tracking: string } }[] } };
    const { countSession } = await api.ask<Found>(LINES, { id: sessionId, offset });
    if (countSession.lineWindow.length === 0) break;
    const plain = countSession.lineWindow.filter(({ item }) => item.tracking === "BULK");
    lineIds.push(...plain.map(({ id }) => id));
  }
  if (lineIds.length === 0) throw new Error("Another count has all the lines.");
  return { sessionId, lineIds };
}

export interface Load {
  connections: number;
  /** Entries in each request. */
  entries: number;
  seconds: number;
}

let made = 0;

/** Entries a second, each acknowledged after its commit. */
export async function observe(api: BenchApi, count: OpenCount, load: Load): Promise<number> {
  const body = () => {
    const observations = Array.from({ length: load.entries }, () => {
      made += 1;
      return {
        externalId: `bench ${process.pid} ${made}`,
        mode: "REPLACE",
        lineId: count.lineIds[made % count.lineIds.length],
        quantity: made % 50,
        countedAt: new Date().toISOString(),
        clockOffsetMs: 0,
      };
    });
    const variables = { input: { sessionId: count.sessionId, observations } };
    return JSON.stringify({ query: RECORD, variables });
  };
  const { endpoint, headers } = api;
  const { connections, seconds } = load;
  const answers = await requestsPerSecond({ endpoint, headers, connections, seconds, body });
  return answers * load.entries;
}
