import { randomUUID } from "node:crypto";
import { Caller, password, signIn } from "../door/caller.ts";

/** What the books hold in a world; in everything else all worlds are alike. */
export interface Books {
  bolts: string;
  nuts: string;
  paint: string;
  drills: string[];
}

export interface World {
  url: string;
  supervisor: Caller;
  counter: Caller;
  warehouseId: string;
  /** Every id that a counter can come upon, by a name that is the same in each world. */
  ids: Record<string, string>;
  /** Texts that chance has made, and what they are called in every world. */
  names: [text: string, name: string][];
}

const earlier = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function ask<Answer = object>(caller: Caller, query: string, input: object): Promise<Answer> {
  const { data, text } = await caller.ask(query, { input });
  const [answer] = Object.values(data ?? {}) as object[];
  if (!answer || "message" in answer) throw new Error(text);
  return answer as Answer;
}

/** Made through the API, one step after the other, so that rows get the same numbers in each world. */
export async function buildWorld(url: string, books: Books): Promise<World> {
  const nobody = new Caller(url);
  await ask(nobody, SET_UP, {
    name: "Ada",
    email: "ada@tallyroom.example",
    password,
    warehouseCode: "MAIN",
    warehouseName: "Main",
    timeZone: "UTC",
    currency: "EUR",
  });
  const supervisor = await signIn(url, "ada@tallyroom.example");
  const { viewer } = (await supervisor.ask("{ viewer { user { id } warehouses { id } } }")).data;
  const warehouseId: string = viewer.warehouses[0].id;
  const counter = await inviteCounter(url, supervisor, "Maria");
  const { data } = await counter.ask("{ viewer { user { id } sessions { id } } }");

  const ids: Record<string, string> = { warehouse: warehouseId };
  for (const code of ["A-1", "A-2", "A-3"]) {
    const saved = await ask<{ location: { id: string } }>(supervisor, SAVE_PLACE, {
      warehouseId,
      code,
      name: code,
      kind: "STORAGE",
    });
    ids[code] = saved.location.id;
  }
  for (const [sku, tracking] of Object.entries(kinds)) {
    const item = { sku, description: sku, unitCode: "EA", tracking, unitCost: "2.5" };
    const saved = await ask<{ item: { id: string } }>(supervisor, SAVE_ITEM, item);
    ids[sku] = saved.item.id;
  }
  await receive(supervisor, warehouseId, ids, books);
  return {
    url,
    supervisor,
    counter,
    warehouseId,
    ids,
    names: [
      [viewer.user.id, "ADA"],
      [data.viewer.user.id, "MARIA"],
    ],
  };
}

const kinds = { BOLT: "BULK", NUT: "BULK", PAINT: "LOT", DRILL: "SERIAL" };

export async function inviteCounter(
  url: string,
  supervisor: Caller,
  name: string,
): Promise<Caller> {
  const email = `${name.toLowerCase()}@tallyroom.example`;
  const { token } = await ask<{ token: string }>(supervisor, INVITE, {
    email,
    name,
    roles: ["counter"],
    seesAllWarehouses: true,
    warehouseIds: [],
  });
  await ask(new Caller(url), ACCEPT, { token, name, password });
  return signIn(url, email);
}

/** Bolts that came before they were counted, and of which we hear only now. */
export async function receiveLate(world: World, quantity: string): Promise<void> {
  const { supervisor, warehouseId, ids } = world;
  await ask(supervisor, RECORD_MOVES, {
    warehouseId,
    moves: [receiptOf(ids, "BOLT", "A-1", { quantity, effectiveAt: earlier(30) })],
  });
}

const receiptOf = (ids: Record<string, string>, sku: string, place: string, given: object) => ({
  externalId: randomUUID(),
  kind: "RECEIPT",
  itemId: ids[sku],
  locationId: ids[place],
  effectiveAt: earlier(60),
  ...given,
});

async function receive(
  supervisor: Caller,
  warehouseId: string,
  ids: Record<string, string>,
  books: Books,
): Promise<void> {
  const receipt = (sku: string, place: string, given: object) => receiptOf(ids, sku, place, given);
  await ask(supervisor, RECORD_MOVES, {
    warehouseId,
    moves: [
      receipt("BOLT", "A-1", { quantity: books.bolts }),
      receipt("NUT", "A-2", { quantity: books.nuts }),
      receipt("PAINT", "A-2", { quantity: books.paint, lotCode: "L1" }),
      receipt("DRILL", "A-3", { quantity: String(books.drills.length), serials: books.drills }),
    ],
  });
}

const SET_UP = `mutation ($input: SetUpInstallationInput!) {
  setUpInstallation(input: $input) { __typename ... on SetUpInstallationRejected { message } }
}`;
const INVITE = `mutation ($input: InviteUserInput!) {
  inviteUser(input: $input) { ... on UserInvited { token } ... on InviteUserRejected { message } }
}`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { __typename ... on AcceptInvitationRejected { message } }
}`;
const SAVE_PLACE = `mutation ($input: SaveLocationInput!) {
  saveLocation(input: $input) {
    ... on LocationSaved { location { id } } ... on SaveLocationRejected { message }
  }
}`;
const SAVE_ITEM = `mutation ($input: SaveItemInput!) {
  saveItem(input: $input) { ... on ItemSaved { item { id } } ... on SaveItemRejected { message } }
}`;
const RECORD_MOVES = `mutation ($input: RecordStockMovesInput!) {
  recordStockMoves(input: $input) {
    __typename ... on StockMovesRejected { message: rejections { message } }
  }
}`;
