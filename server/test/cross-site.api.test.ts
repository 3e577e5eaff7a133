import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type pg from "pg";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { feedQuery, SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let open: OpenDoor;
let owner: pg.Client;
/** What the victim's browser would send along: the worst case, as if SameSite did not exist. */
let cookie: string;
let w: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  owner = await ownerOf(running.databaseUrl);
  const ada = await signIn(running.url, people.administrator);
  cookie = ada.headers["cookie"] ?? "";
  w = (await warehouseIds(ada))["MAIN"] ?? "";
});
afterAll(async () => {
  await owner.end();
  await open.close();
  await running.stop();
});

const elsewhere = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
/** An old browser says nothing of itself in a form. */
const silent = {};

/** A change whose effect can be counted: a place with a code of its own. */
const change = (code: string) =>
  `mutation { saveLocation(input: { warehouseId: "${w}", code: "${code}", name: "T40", kind: STORAGE }) { __typename } }`;
const asJson = (code: string) => JSON.stringify({ query: change(code) });
const asForm = (code: string) => new URLSearchParams({ query: change(code) }).toString();
const asAddress = (code: string) => `/graphql?query=${encodeURIComponent(change(code))}`;
const multipart = (code: string) =>
  `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${change(code)}\r\n--x--\r\n`;

type Sent = (code: string) => {
  path?: string;
  method?: string;
  body?: string;
  headers: Record<string, string>;
};
const post =
  (type: string, body: (code: string) => string, headers: Record<string, string>): Sent =>
  (code) => ({ body: body(code), headers: { "content-type": type, ...headers } });
const get =
  (headers: Record<string, string>): Sent =>
  (code) => ({ method: "GET", path: asAddress(code), headers });

const requests: [string, Sent][] = [
  ["a form", post("application/x-www-form-urlencoded", asForm, elsewhere)],
  ["a form of an old browser", post("application/x-www-form-urlencoded", asForm, silent)],
  ["a form from nowhere", post("application/x-www-form-urlencoded", asForm, { origin: "null" })],
  ["JSON under the name of text", post("text/plain", asJson, elsewhere)],
  ["JSON under the name of text, silently", post("text/plain", asJson, silent)],
  ["JSON with a parameter", post("text/plain; application/json", asJson, silent)],
  ["JSON under the name of a form", post("application/x-www-form-urlencoded", asJson, silent)],
  ["a form with parts", post("multipart/form-data; boundary=x", multipart, elsewhere)],
  ["JSON under the name of a form with parts", post("multipart/form-data", asJson, silent)],
  ["JSON without a name", post("", asJson, elsewhere)],
  ["JSON without a name, silently", post("", asJson, silent)],
  ["JSON from another site", post("application/json", asJson, elsewhere)],
  [
    "JSON from another origin",
    post("application/json", asJson, { origin: "https://elsewhere.example" }),
  ],
  ["JSON from a page in a sandbox", post("application/json", asJson, { origin: "null" })],
  ["JSON from another port", post("application/json", asJson, { origin: "http://localhost:1" })],
  ["JSON from a neighbour", post("application/json", asJson, { "sec-fetch-site": "same-site" })],
  ["an address to follow", get(elsewhere)],
  ["an address to follow, silently", get(silent)],
  ["an address as if asked first", get({ "graphql-require-preflight": "yes" })],
  ["an address with a type", get({ "content-type": "application/json", ...elsewhere })],
];

let made = 0;

/** Sends each once; answers with those that had an effect. */
async function effectsAt(url: string): Promise<string[]> {
  const effective: string[] = [];
  for (const [what, sent] of requests) {
    made += 1;
    const code = `T40-${made}`;
    const { headers, ...request } = sent(code);
    const named = Object.fromEntries(
      Object.entries({ cookie, ...headers }).filter(([, value]) => value),
    );
    // Not through fetch's own idea of a type: a page of another site has none of ours.
    await fetch(new URL(request.path ?? "/graphql", url), {
      method: "POST",
      ...request,
      ...(request.body ? { body: new TextEncoder().encode(request.body) } : {}),
      headers: named,
    });
    const found = await owner.query("select 1 from location where code = $1", [code]);
    if (found.rowCount) effective.push(what);
  }
  return effective;
}

test("T40: 0 effects of 20 requests of other sites", async () => {
  expect(requests).toHaveLength(20);
  expect(await effectsAt(running.url)).toEqual([]);
});

test("control: the open door lets most of them change something", async () => {
  expect((await effectsAt(open.url)).length).toBeGreaterThan(10);
});

test("T40: the same change from our own page has its effect", async () => {
  const { origin } = new URL(running.url);
  const { errors } = await new Caller(running.url, { cookie, origin }).ask(change("T40-own"));
  expect(errors).toEqual([]);
  const found = await owner.query("select 1 from location where code = 'T40-own'");
  expect(found.rowCount).toBe(1);
});

const pages: Record<string, string>[] = [
  elsewhere,
  { origin: "https://elsewhere.example" },
  { origin: "null" },
  { origin: "http://localhost:1" },
  { origin: "http://localhost.elsewhere.example" },
];

test.each(pages)(
  "T40: a socket from %j does not open; at the open door it follows the stock",
  async (page) => {
    const headers = { ...page, cookie };
    await expect(SpeakingSocket.open(running.url, { headers })).rejects.toThrow("403");
    const socket = await SpeakingSocket.greet(open.url, headers);
    socket.subscribe("1", feedQuery, { warehouseId: w });
    expect((await socket.next()).type).toBe("next");
    socket.close();
  },
);

test("T40: no answer allows another site to read it", async () => {
  const asked = await new Caller(running.url, { cookie, ...elsewhere }).ask("{ __typename }");
  const preflight = await fetch(new URL("/graphql", running.url), {
    method: "OPTIONS",
    headers: {
      ...elsewhere,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  for (const { headers } of [asked, preflight]) {
    const allowing = [...headers.keys()].filter((name) => name.startsWith("access-control-"));
    expect(allowing).toEqual([]);
  }
});

test("T40: the cookie is for our pages only", async () => {
  const input = { email: people.counter, password: "count-the-shelf" };
  const answer = await new Caller(running.url).ask(
    "mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }",
    { input },
  );
  const [set] = answer.headers.getSetCookie();
  expect(set).toMatch(/^tallyroom=.+; Path=\/; HttpOnly; SameSite=Lax$/u);
});

test("T40: over TLS the cookie is bound to the host and never sent in clear", async () => {
  const behindTls = await startRunningServer({
    postgresUrl: inject("postgresUrl"),
    databaseUrl: running.databaseUrl,
    environment: { TALLYROOM_PUBLIC_URL: "https://stock.example" },
  });
  const input = { email: people.counter, password: "count-the-shelf" };
  const answer = await new Caller(behindTls.url, { origin: "https://stock.example" }).ask(
    "mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }",
    { input },
  );
  const [set] = answer.headers.getSetCookie();
  await behindTls.stop();
  expect(set).toMatch(/^__Host-tallyroom=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
});
