import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchProfile } from "../tools/testing/browser.ts";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench } from "./harness/figure.ts";
import { HandPage, phone } from "./harness/hand-page.ts";
import { seededServer } from "./harness/seeded-server.ts";

const SCANS = 100;
const WAITING = 200;

const CANCEL = `mutation ($id: ID!) { cancelCountSession(input: { sessionId: $id, reason: "Bench" }) { __typename } }`;
const RUNNING = `query ($id: ID!) {
  countSessions(warehouseId: $id, first: 50, filter: { status: { eq: OPEN } }) { nodes { id } } }`;
const PLAN = `mutation ($input: CreateCountSessionInput!) {
  createCountSession(input: $input) { ... on CountSessionCreated { session { id } } } }`;
const START = `mutation ($id: ID!) { startCountSession(input: { sessionId: $id }) { __typename } }`;
const LINES = `query ($id: ID!) { countSession(id: $id) { lineWindow(offset: 0, limit: 500) {
  location { id } item { tracking barcodes { code kind pack { factor } } } } } }`;

interface Line {
  location: { id: string };
  item: { tracking: string; barcodes: { code: string; kind: string; pack: object | null }[] };
}

/** A counter's phone in Chromium: what he waits for after a scan, what a save takes, what comes after. */
const hand: Bench = async (scope) => {
  const server = await seededServer(scope);
  const api = await BenchApi.signIn(server);
  const { countId, placeId, code } = await beginCount(api);
  const profile = await mkdtemp(path.join(tmpdir(), "tallyroom-bench-phone-"));
  scope.defer(() => rm(profile, { recursive: true, force: true }));
  const context = await launchProfile(profile, { ...phone, baseURL: server.url });
  scope.defer(() => context.close());
  const page = await HandPage.open(context);
  await page.openPlace(countId, placeId);
  await page.scan(code, SCANS);
  return [
    {
      figure: "milliseconds from a scan to its band, 95 of 100",
      limit: 50,
      bound: "at most",
      rounds: 5,
      ours: async () => ninetyFive((await page.scan(code, SCANS)).feedbackMs),
    },
    {
      figure: "milliseconds for a durable save, 95 of 100",
      limit: 10,
      bound: "at most",
      rounds: 5,
      ours: async () => ninetyFive((await page.scanOffline(code, SCANS)).keptMs),
    },
    {
      figure: "a durable save beside a bare transaction, 95 of 100",
      limit: 3,
      bound: "at most",
      rounds: 5,
      ours: async () => ninetyFive((await page.scanOffline(code, SCANS)).keptMs),
      peer: async () => ninetyFive(await page.bareSave(SCANS)),
    },
    {
      figure: `seconds until ${WAITING} entries that waited are sent`,
      limit: 5,
      bound: "at most",
      ours: async () => (await page.scanOffline(code, WAITING)).drainedS,
    },
  ];
};

export default hand;

async function beginCount(api: BenchApi) {
  const warehouseId = await api.warehouseId("MAIN");
  type Running = { countSessions: { nodes: { id: string }[] } };
  for (const { id } of (await api.ask<Running>(RUNNING, { id: warehouseId })).countSessions.nodes)
    await api.ask(CANCEL, { id });
  const input = { warehouseId, title: "By hand", countType: "FULL", isBlind: true, scope: {} };
  type Planned = { createCountSession: { session: { id: string } } };
  const { id: countId } = (await api.ask<Planned>(PLAN, { input })).createCountSession.session;
  await api.ask(START, { id: countId });
  type Lines = { countSession: { lineWindow: Line[] } };
  const { lineWindow } = (await api.ask<Lines>(LINES, { id: countId })).countSession;
  for (const { location, item } of lineWindow) {
    const gtin = item.barcodes.find(({ kind, pack }) => kind === "GTIN" && pack === null);
    if (item.tracking === "BULK" && gtin) return { countId, placeId: location.id, code: gtin.code };
  }
  throw new Error("No line of this count can be scanned.");
}

function ninetyFive(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
}
