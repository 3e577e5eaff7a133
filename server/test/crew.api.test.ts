import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { beginCount } from "./door/begin-count.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let ada: Caller;
let maria: Caller;
let jonas: Caller;
let ids: { sessionId: string; locationId: string };

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ada = await signIn(running.url, people.administrator);
  maria = await signIn(running.url, people.counter);
  jonas = await signIn(running.url, "jonas@tallyroom.example");
  const sessionId = await beginCount(ada, (await warehouseIds(ada))["MAIN"] ?? "");
  const { data } = await maria.ask(
    "query ($id: ID!) { countSession(id: $id) { nextLocation { id } } }",
    { id: sessionId },
  );
  ids = { sessionId, locationId: data.countSession.nextLocation.id };
});
afterAll(() => running.stop());

const FEED = `subscription ($sessionId: ID!) { crewFeed(sessionId: $sessionId) {
  devices { user { name } deviceName unsentCount offlineSince }
  claims { user { name } location { id } purpose }
} }`;
const REPORT = `mutation ($input: ReportPresenceInput!) {
  reportPresence(input: $input) { serverTime heartbeatMs claims { location { id } } }
}`;
const CLAIM = `mutation ($input: ClaimLocationInput!) {
  claimLocation(input: $input) {
    ... on LocationClaimed { claim { purpose user { name } } }
    ... on ClaimLocationRejected { reason message heldBy { name } heldUntil }
  }
}`;
const CLOSE = `mutation ($id: ID!) {
  closeCountSession(input: { sessionId: $id, notVisited: LEAVE }) {
    ... on ChangeCountSessionRejected { reason message }
  }
}`;

async function follow(): Promise<{ crew: () => Promise<object>; close: () => void }> {
  const socket = await SpeakingSocket.greet(running.url, ada.headers);
  socket.subscribe("crew", FEED, { sessionId: ids.sessionId });
  return {
    crew: async () => (await socket.next()).payload.data.crewFeed as object,
    close: () => socket.close(),
  };
}

test("a supervisor sees who comes, what they hold back and where they stand, as it happens", async () => {
  const { crew, close } = await follow();
  expect(await crew()).toEqual({ devices: [], claims: [] });
  const device = { sessionId: ids.sessionId, deviceId: "d-1", deviceName: "Zebra 3" };
  const { data } = await maria.ask(REPORT, { input: { ...device, unsentCount: 3 } });
  expect(data.reportPresence).toMatchObject({ heartbeatMs: 10_000, claims: [] });
  expect(await crew()).toMatchObject({
    devices: [
      { user: { name: "Maria Costa" }, deviceName: "Zebra 3", unsentCount: 3, offlineSince: null },
    ],
  });
  await maria.ask(CLAIM, { input: ids });
  expect(await crew()).toMatchObject({
    claims: [{ user: { name: "Maria Costa" }, location: { id: ids.locationId }, purpose: "COUNT" }],
  });
  close();
});

test("a place that is taken answers with who holds it; another is led elsewhere", async () => {
  const { data } = await jonas.ask(CLAIM, { input: ids });
  expect(data.claimLocation).toMatchObject({
    reason: "HELD_BY_ANOTHER",
    heldBy: { name: "Maria Costa" },
  });
  const next = await jonas.ask(
    "query ($id: ID!) { countSession(id: $id) { nextLocation { id } } }",
    {
      id: ids.sessionId,
    },
  );
  expect(next.data.countSession.nextLocation.id).not.toBe(ids.locationId);
});

test("closing names whose device holds entries back", async () => {
  const { data } = await ada.ask(CLOSE, { id: ids.sessionId });
  expect(data.closeCountSession).toEqual({
    reason: "UNSENT_ENTRIES",
    message: "Entries wait on devices that have not sent them: Maria Costa, Zebra 3 (3 entries).",
  });
});

test("a counter frees nobody else's place, and a bad report is told what is wrong with it", async () => {
  const force = `mutation ($s: ID!, $l: ID!) {
    forceReleaseLocation(input: { sessionId: $s, locationId: $l, reason: "mine" }) { __typename }
  }`;
  const { code } = await jonas.ask(force, { s: ids.sessionId, l: ids.locationId });
  expect(code).toBe("FORBIDDEN");
  const input = { sessionId: ids.sessionId, deviceId: "d", deviceName: " ", unsentCount: -1 };
  const { errors } = await maria.ask(REPORT, { input });
  expect(errors[0]?.message).toBe("deviceName is a text of 1 to 100 characters.");
});
