import { selectionOf } from "./selection-of.ts";
import type { World } from "./build-world.ts";
import type { Answer } from "../door/caller.ts";

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

const CREATE = `mutation ($input: CreateCountSessionInput!) {
  createCountSession(input: $input) { ... on CountSessionCreated { session { id } } }
}`;
const START = `mutation ($input: StartCountSessionInput!) {
  startCountSession(input: $input) { ... on CountSessionStarted { session { id } } }
}`;
const CLOSE = `mutation ($input: CloseCountSessionInput!) {
  closeCountSession(input: $input) { __typename }
}`;

/** A blind count of these items, started by the supervisor. */
export async function openBlindCount(
  world: World,
  name: string,
  skus: string[],
  isBlind = true,
): Promise<void> {
  const { supervisor, warehouseId, ids } = world;
  const input = {
    warehouseId,
    title: name,
    countType: "ITEMS",
    scope: { itemIds: skus.map((sku) => ids[sku]) },
    isBlind,
  };
  const created = await supervisor.ask(CREATE, { input });
  const sessionId: string = created.data.createCountSession.session.id;
  const started = await supervisor.ask(START, { input: { sessionId } });
  if (!started.data?.startCountSession.session) throw new Error(started.text);
  ids[name] = sessionId;
  const asked = await supervisor.ask(`{ countSession(id: "${sessionId}") { changesCursor } }`);
  ids[`${name} cursor`] = asked.data.countSession.changesCursor;
}

export function closeCount(world: World, name: string): Promise<Answer> {
  const input = { sessionId: world.ids[name], notVisited: "LEAVE" };
  return world.supervisor.ask(CLOSE, { input });
}

type Entering = (externalId: string, sku: string, place: string, given: object) => object;

/** Entries of one instant: an id told twice is a repetition only if its instant is repeated too. */
export function entriesOf({ ids }: World): Entering {
  const countedAt = at(1);
  return (externalId, sku, place, given) => ({
    externalId,
    mode: "ADD",
    itemId: ids[sku],
    locationId: ids[place],
    countedAt,
    clockOffsetMs: 0,
    ...given,
  });
}

export function enterInto(
  world: World,
  sessionName: string,
  observations: object[],
): Promise<Answer> {
  const input = { sessionId: world.ids[sessionName], observations };
  return world.counter.ask(recordAndRead(), { input });
}

export function enterOne(
  world: World,
  sessionName: string,
  externalId: string,
  sku: string,
  place: string,
  quantity: string,
): Promise<Answer> {
  return enterInto(world, sessionName, [entriesOf(world)(externalId, sku, place, { quantity })]);
}

/** What the counter enters, right and wrong, the same in every world. */
export async function enterCounts(world: World): Promise<Answer[]> {
  const answers: Answer[] = [];
  const enter = async (sessionName: string, observations: object[]) => {
    answers.push(await enterInto(world, sessionName, observations));
  };
  const entry = entriesOf(world);
  await enter("small", [entry("n1", "NUT", "A-2", { quantity: "7" })]);
  await enter("large", [
    entry("b1", "BOLT", "A-1", { quantity: "6" }),
    entry("b2", "BOLT", "A-1", { quantity: "4" }),
    entry("b3", "BOLT", "A-1", { mode: "VERIFY", quantity: "10" }),
    entry("p1", "PAINT", "A-2", { quantity: "5", lotCode: "L1" }),
    entry("d1", "DRILL", "A-3", { serials: ["S1", "S2"] }),
    entry("d1", "DRILL", "A-3", { serials: ["S1"] }),
    entry("x1", "BOLT", "A-3", { quantity: "-1" }),
    entry("x2", "PAINT", "A-1", { quantity: "1" }),
    entry("x3", "DRILL", "A-3", { quantity: "2" }),
    entry("x4", "BOLT", "A-1", { quantity: "1.5" }),
    entry("b1", "BOLT", "A-1", { quantity: "6" }),
    entry("f1", "NUT", "A-3", { quantity: "0" }),
  ]);
  return answers;
}

const recordAndRead = () => `mutation ($input: RecordObservationsInput!) {
  recordObservations(input: $input) {
    results {
      __typename
      ... on ObservationRecorded { externalId line { ${selectionOf("CountLine", 1)} } }
      ... on ObservationAlreadyRecorded { externalId line { ${selectionOf("CountLine", 1)} } }
      ... on ObservationRejected { externalId reason message }
    }
  }
}`;
