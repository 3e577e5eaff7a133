import { randomUUID } from "node:crypto";
import type { Caller } from "./caller.ts";

export const enterMutation = `mutation ($input: RecordObservationsInput!) {
  recordObservations(input: $input) { results { __typename } }
}`;
const linesQuery = `query ($id: ID!) {
  countSession(id: $id) {
    changesCursor
    lines(first: 250) { nodes { id item { tracking } } }
  }
}`;

export interface CountToFollow {
  id: string;
  cursor: string;
  /** Lines of bulk stock: any number does for them. */
  lineIds: string[];
}

export async function readCount(caller: Caller, id: string): Promise<CountToFollow> {
  const { data } = await caller.ask(linesQuery, { id });
  const nodes: { id: string; item: { tracking: string } }[] = data.countSession.lines.nodes;
  const lineIds = nodes.filter(({ item }) => item.tracking === "BULK").map((line) => line.id);
  return { id, cursor: data.countSession.changesCursor, lineIds };
}

/** So many more of a line, counted now. */
export const newEntry = (lineId: string, quantity = "1") => ({
  ...{ externalId: randomUUID(), mode: "ADD", clockOffsetMs: 0, lineId, quantity },
  countedAt: new Date().toISOString(),
});

/** One entry for each of the lines, in one request. */
export async function countLines(
  caller: Caller,
  sessionId: string,
  lineIds: readonly string[],
  quantity = "1",
): Promise<void> {
  const observations = lineIds.map((lineId) => newEntry(lineId, quantity));
  const { data, text } = await caller.ask(enterMutation, { input: { sessionId, observations } });
  const results: { __typename: string }[] = data?.recordObservations.results ?? [];
  const isRecorded = results.every(({ __typename }) => __typename === "ObservationRecorded");
  if (results.length === 0 || !isRecorded) throw new Error(`Not recorded: ${text}`);
}
