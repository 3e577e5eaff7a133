import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "#lib/shared/api/problem.ts";
import { wholeCount } from "./line-question.ts";
import { frameOf, lineNamed, ScriptedSession } from "./scripted-session.ts";
import { SessionStore } from "./session-store.svelte.ts";

let server: ScriptedSession;
let store: SessionStore;

beforeEach(() => {
  server = new ScriptedSession();
  server.lines = [lineNamed("A"), lineNamed("B"), lineNamed("C")];
  store = new SessionStore(server, { wait: () => Promise.resolve() });
});
afterEach(() => store.close());

const settled = () => vi.waitFor(() => expect(store.lineAt(0)).toBeDefined());
const counted = (id: string, version: number, quantityVariance = "0") =>
  lineNamed(id, { version, state: "COUNTED", quantityCounted: "5", quantityVariance });

async function openStore() {
  store.open();
  await settled();
}

test("reads the count, follows from its cursor, and then reads the lines that are looked at", async () => {
  await openStore();
  expect(server.followedFrom).toEqual(["after-0"]);
  expect(server.asked).toEqual(["session", "lines 0", "totals"]);
  expect(store.rowCount).toBe(3);
});

test("a frame replaces a line where it stands and tells how far the count is", async () => {
  await openStore();
  server.tell(frameOf([1], { lines: [counted("B", 2)] }));
  expect(store.lineAt(1)?.quantityCounted).toBe("5");
  expect(store.listChanges.counts.get("B")).toBe(1);
  expect(store.session?.linesCounted).toBe(1);
  expect(store.events.map(({ sequence }) => sequence)).toEqual([1]);
});

test("what was told already changes nothing", async () => {
  await openStore();
  server.tell(frameOf([1], { lines: [counted("B", 2)] }));
  server.tell(frameOf([2], { lines: [counted("B", 3)] }));
  server.tell(frameOf([1], { lines: [counted("B", 2)] }));
  expect(store.lineAt(1)?.version).toBe(3);
  expect(store.session?.linesCounted).toBe(2);
  expect(store.events).toHaveLength(2);
});

test("a page that was read late does not undo what the feed told meanwhile", async () => {
  let answer = () => {};
  server.beforeAnswer = (question) =>
    question.startsWith("lines") ? new Promise((resolve) => (answer = resolve)) : undefined;
  store.open();
  await vi.waitFor(() => expect(server.asked).toContain("lines 0"));
  server.tell(frameOf([1], { lines: [counted("B", 2)] }));
  answer();
  await settled();
  expect(store.lineAt(1)?.version).toBe(2);
});

test.each([
  ["a demand to begin anew", { __typename: "ResyncRequired", reason: "EPOCH_CHANGED" } as const],
  ["a hole in the numbers", frameOf([4])],
])("%s is met with a fresh look", async (_what, item) => {
  await openStore();
  server.tell(frameOf([1], { lines: [counted("A", 2)] }));
  server.cursor = "anew";
  server.lines = [counted("A", 9), lineNamed("B"), lineNamed("C")];
  server.tell(item);
  await vi.waitFor(() => expect(store.lineAt(0)?.version).toBe(9));
  expect(server.followedFrom).toEqual(["after-0", "anew"]);
});

test("when every line may have changed the lines are read anew and the feed goes on", async () => {
  await openStore();
  server.lines = [counted("A", 2), lineNamed("B"), lineNamed("C")];
  server.tell(frameOf([1], { isEveryLineChanged: true }));
  await vi.waitFor(() => expect(store.lineAt(0)?.version).toBe(2));
  expect(server.followedFrom).toEqual(["after-0"]);
});

test("a fault of the feed is waited out, and it goes on from the newest cursor", async () => {
  await openStore();
  server.tell(frameOf([1, 2]));
  for (let fault = 0; fault < 20; fault += 1) {
    const before = server.followedFrom.length;
    server.refuse(new Problem("internal", "A fault."));
    await vi.waitFor(() => expect(server.followedFrom).toHaveLength(before + 1));
  }
  expect(server.followedFrom.at(-1)).toBe("after-2");
  server.tell(frameOf([3]));
  expect(store.events[0]?.sequence).toBe(3);
  expect(store.problem).toBeUndefined();
});

test("a right that was taken away ends it, and says so", async () => {
  await openStore();
  server.refuse(new Problem("forbidden", "You may not."));
  await vi.waitFor(() => expect(store.problem?.kind).toBe("forbidden"));
  expect(server.followedFrom).toHaveLength(1);
});

test("a count that is not there is not asked for again", async () => {
  server.isThere = false;
  store.open();
  await vi.waitFor(() => expect(store.problem?.kind).toBe("not-found"));
  expect(server.asked).toEqual(["session"]);
});

test("a server that cannot be reached is asked until it can", async () => {
  let failures = 12;
  server.beforeAnswer = () => {
    if (failures-- > 0) throw new Problem("network", "Not reachable.");
  };
  await openStore();
  expect(store.problem).toBeUndefined();
});

test("a line that leaves its list stays until the order is updated", async () => {
  store.ask({ ...wholeCount, view: "NOT_COUNTED" });
  await openStore();
  server.tell(frameOf([1], { lines: [counted("A", 2)] }));
  expect(store.lineAt(0)?.id).toBe("A");
  expect([...store.listChanges.waitingIds]).toEqual(["A"]);
  server.lines = [lineNamed("B"), lineNamed("C")];
  store.updateOrder();
  await vi.waitFor(() => expect(store.lineAt(0)?.id).toBe("B"));
  expect(store.rowCount).toBe(2);
  expect(store.listChanges.waitingIds.size).toBe(0);
});

test("another list takes the place of the last one all at once, and is summed up behind its first lines", async () => {
  await openStore();
  const answers = new Map<string, () => void>();
  server.beforeAnswer = (question) =>
    new Promise((resolve) => answers.set(question.split(" ")[0] ?? "", resolve));
  server.lines = [lineNamed("D")];
  store.ask({ ...wholeCount, view: "SHORTAGES" });
  await vi.waitFor(() => expect([...answers.keys()]).toEqual(["lines"]));
  expect(store.isRenewing).toBe(true);
  expect([store.lineAt(0)?.id, store.rowCount, store.totals?.lines]).toEqual(["A", 3, 3]);
  answers.get("lines")?.();
  await vi.waitFor(() => expect(store.isRenewing).toBe(false));
  expect([store.lineAt(0)?.id, store.rowCount, store.totals]).toEqual(["D", 1, undefined]);
  expect(store.lineAt(1)).toBeUndefined();
  await vi.waitFor(() => expect([...answers.keys()]).toEqual(["lines", "totals"]));
  answers.get("totals")?.();
  await vi.waitFor(() => expect(store.totals?.lines).toBe(1));
});

test("of 100,000 lines only those near the eye are kept", async () => {
  server.lines = Array.from({ length: 100_000 }, (_, at) => lineNamed(`L${at}`));
  await openStore();
  for (let first = 0; first < 100_000; first += 2_000) {
    store.look(first, first + 40);
    await vi.waitFor(() => expect(store.lineAt(first)?.id).toBe(`L${first}`));
  }
  expect(store.lineAt(0)).toBeUndefined();
  expect(server.asked.length).toBeLessThan(100);
  store.look(0, 40);
  await vi.waitFor(() => expect(store.lineAt(40)?.id).toBe("L40"));
});
