import { print } from "graphql";
import { SessionFeed } from "@tallyroom/schema/operations/session-feed.ts";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  createDatabase,
  startRunningServer,
  type RunningServer,
} from "../../tools/testing/running-server.ts";
import { idOf } from "../src/shared/opaque-id.ts";
import { beginCount } from "./door/begin-count.ts";
import { makeKey, people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { countLines, readCount, type CountToFollow } from "./door/count-one.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { SpeakingSocket, type SocketMessage } from "./door/speaking-socket.ts";
import { openStatementTap, type StatementTap } from "./door/statement-tap.ts";

const promisedMs = 2_000;
const feedText = print(SessionFeed);

let tap: StatementTap;
let running: RunningServer;
let open: OpenDoor;
let ada: Caller;
let ines: Caller;
let maria: Caller;
let count: CountToFollow;
let elsewhere: CountToFollow;

beforeAll(async () => {
  const postgresUrl = inject("postgresUrl");
  tap = await openStatementTap(await createDatabase({ postgresUrl }));
  running = await startRunningServer({ postgresUrl, databaseUrl: tap.url });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  ada = await signIn(running.url, people.administrator);
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  const { MAIN: main = "", ...others } = await warehouseIds(ada);
  count = await readCount(ada, await beginCount(ada, main));
  elsewhere = await readCount(ada, await beginCount(ada, Object.values(others)[0] ?? ""));
});
afterAll(async () => {
  await open.close();
  await running.stop();
  await tap.close();
});

const frameOf = ({ payload }: SocketMessage) => payload.data.sessionFeed;

async function follow(
  caller: Caller,
  given: object = {},
  url = running.url,
): Promise<SpeakingSocket> {
  const socket = await SpeakingSocket.greet(url, caller.headers);
  socket.subscribe("1", feedText, { sessionId: count.id, ...given });
  return socket;
}

test("what somebody counts comes to whoever follows, with the line as it now stands", async () => {
  const socket = await follow(ines);
  const { cursor, events } = frameOf(await socket.next());
  expect(events).toEqual([]);
  const [lineId = ""] = count.lineIds;
  await countLines(maria, count.id, [lineId], "3");
  const frame = frameOf(await socket.next());
  expect(frame.events).toMatchObject([{ kind: "OBSERVATION_RECORDED", lineId, mode: "ADD" }]);
  expect(frame.events[0].actor.name).toMatch(/^Maria/u);
  expect(frame.lines).toMatchObject([{ id: lineId, state: "COUNTED", quantityCounted: "3" }]);
  expect(frame.progress).toMatchObject({ status: "OPEN", linesCounted: 1 });
  socket.close();

  const again = await follow(ines, { after: cursor });
  expect(frameOf(await again.next()).events).toEqual(frame.events);
  again.close();
});

test("what a person is told of himself alone is left out of an answer that is shared", async () => {
  const text = `subscription ($sessionId: ID!) { sessionFeed(sessionId: $sessionId) {
    ... on SessionFrame { events { actor { name lastSignInAt } } } } }`;
  const told = async (caller: Caller) => {
    const socket = await SpeakingSocket.greet(running.url, caller.headers);
    socket.subscribe("1", text, { sessionId: count.id });
    await socket.next();
    await countLines(maria, count.id, count.lineIds.slice(1, 2), "1");
    const { payload } = await socket.next();
    socket.close();
    expect(payload.errors).toBeUndefined();
    return payload.data.sessionFeed.events[0].actor;
  };
  expect(await told(maria)).toMatchObject({
    name: expect.stringMatching(/^Maria/u),
    lastSignInAt: null,
  });
  expect(await told(ada)).toMatchObject({ lastSignInAt: expect.any(String) });
});

describe("bad input is answered with a code, and nobody else notices", () => {
  const unknown = idOf("CountSession", 1, 987_654);
  test.each([
    ["an unknown session", () => ({ sessionId: unknown }), "NOT_FOUND"],
    ["no session's id", () => ({ sessionId: "nonsense" }), "NOT_FOUND"],
    ["a cursor of another session", () => ({ after: elsewhere.cursor }), "BAD_USER_INPUT"],
    ["no cursor at all", () => ({ after: "nonsense" }), "BAD_USER_INPUT"],
    ["49 ms between frames", () => ({ atMostEveryMs: 49 }), "BAD_USER_INPUT"],
    ["more than a minute between frames", () => ({ atMostEveryMs: 60_001 }), "BAD_USER_INPUT"],
  ])("%s", async (_, given, code) => {
    const socket = await follow(ines, given());
    const { payload } = await socket.next();
    expect(payload.errors[0].extensions.code).toBe(code);
    expect((await socket.next()).type).toBe("complete");
    // The id is free again, and the socket lives.
    socket.subscribe("1", feedText, { sessionId: count.id });
    expect((await socket.next()).type).toBe("next");
    socket.close();
  });

  test("a session of a warehouse that is not seen answers like one that does not exist", async () => {
    const [, main = ""] = Object.values(await warehouseIds(ada)).reverse();
    const { caller } = await makeKey(ines, {
      permissions: ["view:stock-count"],
      warehouseIds: [main],
    });
    const answers: unknown[] = [];
    for (const sessionId of [unknown, count.id, elsewhere.id]) {
      const socket = await SpeakingSocket.greet(running.url, caller.headers);
      socket.subscribe(
        "1",
        "subscription ($id: ID!) { sessionFeed(sessionId: $id) { __typename } }",
        {
          id: sessionId,
        },
      );
      const { payload } = await socket.next();
      if (payload.errors) answers.push(payload.errors[0].message);
      socket.close();
    }
    expect(answers).toEqual(["There is no such count session.", "There is no such count session."]);
  });

  test("the 21st subscription on a socket", async () => {
    const socket = await SpeakingSocket.greet(running.url, ines.headers);
    for (let at = 1; at <= 20; at += 1) {
      socket.subscribe(`${at}`, feedText, { sessionId: count.id });
      expect((await socket.nextOf(`${at}`)).type).toBe("next");
    }
    socket.subscribe("21", feedText, { sessionId: count.id });
    const { type, payload } = await socket.nextOf("21");
    expect([type, payload[0].extensions.code]).toEqual(["error", "RATE_LIMITED"]);
    await countLines(maria, count.id, count.lineIds.slice(1, 2));
    const told = new Set<string | undefined>();
    while (told.size < 20) told.add((await socket.next()).id);
    socket.close();
  });

  test("T39: a key that is revoked in the middle of a stream ends it within 2 seconds", async () => {
    const key = await makeKey(ines, { permissions: ["view:stock-count"] });
    const query = "subscription ($id: ID!) { sessionFeed(sessionId: $id) { __typename } }";
    const followers = await Promise.all(
      [running.url, open.url].map(async (url) => {
        const socket = await SpeakingSocket.greet(url, key.caller.headers);
        socket.subscribe("1", query, { id: count.id });
        await socket.next();
        return socket;
      }),
    );
    const [socket, atOpenDoor] = followers as [SpeakingSocket, SpeakingSocket];
    await ines.ask(
      "mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { __typename } }",
      { id: key.id },
    );
    const revokedAt = performance.now();
    let isOpen = true;
    void socket.closed.then(() => (isOpen = false));
    while (isOpen && performance.now() - revokedAt < 2 * promisedMs)
      await countLines(maria, count.id, count.lineIds.slice(2, 3));
    expect(performance.now() - revokedAt).toBeLessThanOrEqual(promisedMs);
    expect((await socket.closed).code).toBe(4403);
    // The control: the open door goes on telling.
    await atOpenDoor.next();
    atOpenDoor.close();
  });
});

describe("many who ask the same", () => {
  /** As a board does, with the item of each line: a read of its own for every answer that is made. */
  const boardText = `subscription ($sessionId: ID!, $after: String) {
    sessionFeed(sessionId: $sessionId, after: $after) {
      ... on SessionFrame { cursor lines { id quantityExpected item { sku } } }
    }
  }`;

  async function statementsOfAFrame(url: string, after: (at: number) => string | null) {
    const sockets: SpeakingSocket[] = [];
    for (let at = 0; at < 60; at += 1) {
      if (at % 20 === 0) sockets.push(await SpeakingSocket.greet(url, ines.headers));
      sockets.at(-1)?.subscribe(`${at}`, boardText, { sessionId: count.id, after: after(at) });
      await sockets.at(-1)?.nextOf(`${at}`);
    }
    const { result, statements } = await tap.during(async () => {
      await countLines(maria, count.id, count.lineIds.slice(3, 5));
      const told: string[] = [];
      for (const socket of sockets)
        for (let at = 0; at < 20; at += 1) told.push(JSON.stringify((await socket.next()).payload));
      return told;
    });
    for (const socket of sockets) socket.close();
    const events = statements.filter((text) => text.includes("from session_event")).length;
    const items = statements.filter((text) => /from "?item"?/u.test(text)).length;
    return { told: new Set(result), events, items };
  }

  test("are read for once and answered once, wherever they began", async () => {
    const cursors = [null, count.cursor];
    const { told, events, items } = await statementsOfAFrame(running.url, (at) => cursors[at % 2]!);
    expect(told.size).toBe(1);
    // A few more than one, because a reader also looks by itself once a second.
    expect(events).toBeLessThan(8);
    expect(items).toBeLessThan(8);
  });

  test("control: at the open door each is answered for himself", async () => {
    const { items } = await statementsOfAFrame(open.url, () => null);
    expect(items).toBeGreaterThanOrEqual(60);
  });

  test("are told apart by what they may see", async () => {
    const { caller: blindered } = await makeKey(ines, {
      permissions: ["view:stock-count", "view:catalogue"],
    });
    const sockets = await Promise.all(
      [ines, blindered].map((caller) => SpeakingSocket.greet(running.url, caller.headers)),
    );
    for (const socket of sockets) {
      socket.subscribe("1", boardText, { sessionId: count.id });
      await socket.next();
    }
    await countLines(maria, count.id, count.lineIds.slice(5, 6));
    const [seeing, blind] = await Promise.all(sockets.map((socket) => socket.next()));
    const line = (message?: SocketMessage) => message && frameOf(message).lines[0];
    expect(line(seeing).quantityExpected).not.toBeNull();
    expect(line(blind).quantityExpected).toBeNull();
    for (const socket of sockets) socket.close();
  });
});
