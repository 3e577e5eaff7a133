import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { crc32, inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { projectRoot } from "../../tools/server-process.ts";
import { countOnce, postAll } from "./door/count-and-post.ts";
import { makeKey, people, signIn, warehouseIds, type Caller } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let warehouse: string;
let sessionId: string;
let files: Map<string, string>;
let folder: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  warehouse = (await warehouseIds(ines))["MAIN"] ?? "";
  const maria = await signIn(running.url, people.counter);
  const petra = await signIn(running.url, people.approver);
  sessionId = await countOnce(ines, maria, warehouse);
  await postAll(ines, petra, sessionId);
  const answer = await download(ines, { count: sessionId });
  files = unzip(Buffer.from(await answer.arrayBuffer()));
  folder = mkdtempSync(path.join(tmpdir(), "tallyroom-audit-pack-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await running.stop();
});

const download = (caller: Caller, asked: Record<string, string>) =>
  fetch(new URL(`/audit-pack?${new URLSearchParams(asked)}`, running.url), {
    headers: caller.headers,
  });

/** By the directory at its end, as every program reads it. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  const found = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, nameLength] = [at + 16, at + 20, at + 28];
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(nameLength));
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(packed)));
    expect(crc32(content)).toBe(zip.readUInt32LE(crc));
    found.set(name, content.toString("utf8"));
    at += 46 + zip.readUInt16LE(nameLength);
  }
  return found;
}

/** With nothing of the product but the script. */
async function check(changed: Record<string, string> = {}, ...more: string[]) {
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  for (const [name, content] of Object.entries(changed))
    writeFileSync(path.join(folder, name), content);
  const script = path.join(projectRoot, "docs", "check-audit-pack.mjs");
  return promisify(execFile)(process.execPath, [script, folder, ...more], { cwd: tmpdir() }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

const file = (name: string) => files.get(name) ?? "";
const head = () => (JSON.parse(file("manifest.json")) as { head: { hash: string } }).head.hash;

test("the pack of a count has its decisions, lines, entries, approvals, postings and moves", () => {
  expect([...files.keys()]).toEqual([
    ...["README.txt", "chain.txt", "seals.txt", "moves.txt", "posting-lines.txt"],
    ...["approvals.csv", "lines.csv", "entries.csv", "manifest.json"],
  ]);
  const rows = (name: string) => file(name).trim().split("\n").length;
  const lines = rows("posting-lines.txt");
  expect(lines).toBeGreaterThanOrEqual(3);
  for (const name of ["lines.csv", "entries.csv", "approvals.csv"])
    expect(rows(name)).toBe(1 + lines);
  expect(rows("moves.txt")).toBeGreaterThan(lines);
});

test("it is checked without the product, against a hash that was kept elsewhere too", async () => {
  expect(await check({}, head())).toEqual({ code: 0, stdout: expect.stringContaining(head()) });
});

describe("a pack in which somebody has changed", () => {
  /** The manifest too, as whoever knows how it is made would. */
  const forge = async (name: string, content: string) => {
    const { createHash } = await import("node:crypto");
    const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");
    const manifest = file("manifest.json").replace(digestOf(file(name)), digestOf(content));
    expect(content).not.toBe(file(name));
    return check({ [name]: content, "manifest.json": manifest });
  };
  const withoutRow = (name: string, row: number) =>
    file(name).split("\n").toSpliced(row, 1).join("\n");

  test("a file is found by its digest", async () => {
    const lines = file("lines.csv").replace("COUNTED", "SKIPPED");
    expect(await check({ "lines.csv": lines })).toEqual({
      code: 1,
      stdout: expect.stringContaining("lines.csv is not the one listed"),
    });
  });

  test.each([
    [
      "the text of a decision",
      "chain.txt",
      () => file("chain.txt").replace("SESSION_STARTED", "SESSION_SUBMITTED"),
      /decision \d+ does not follow/u,
    ],
    [
      "the number of decisions",
      "chain.txt",
      () => withoutRow("chain.txt", 0),
      /decision 1 does not follow/u,
    ],
    [
      "the last decision",
      "chain.txt",
      () => file("chain.txt").trimEnd().split("\n").slice(0, -1).join("\n"),
      /not the head of the chain/u,
    ],
    [
      "a move",
      "moves.txt",
      () => file("moves.txt").replace('"RECEIPT"', '"ISSUE"'),
      /move \d+ is not as it was sealed/u,
    ],
    [
      "a block of the ledger",
      "seals.txt",
      () => withoutRow("seals.txt", 0),
      /names another ledger|is missing/u,
    ],
    [
      "a posted line",
      "posting-lines.txt",
      () => withoutRow("posting-lines.txt", 0),
      /the lines of decision \d+ are others/u,
    ],
    [
      "an approval",
      "approvals.csv",
      () => file("approvals.csv").split("\r\n").toSpliced(1, 1).join("\r\n"),
      /the lines of decision \d+ are others/u,
    ],
  ])("%s is found", async (_, name, forged, complaint) => {
    const { code, stdout } = await forge(name, forged());
    expect(code).toBe(1);
    expect(stdout).toMatch(complaint);
  });

  test("a chain that is made anew is whole, but for the hash that was kept elsewhere", async () => {
    expect((await check({}, "0".repeat(64))).stdout).toContain("the known hash is not there");
  });
});

describe("the pack is for whoever may read the audit log:", () => {
  test("a period has the counts in which something was decided", async () => {
    const answer = await download(ines, {
      warehouse,
      from: "2020-01-01T00:00Z",
      to: "2021-01-01T00:00Z",
    });
    expect(answer.status).toBe(200);
    const empty = unzip(Buffer.from(await answer.arrayBuffer()));
    expect(JSON.parse(empty.get("manifest.json") ?? "{}")).toMatchObject({ counts: [] });
    expect((await download(ines, { warehouse, from: "soon" })).status).toBe(400);
  });

  test("not for a counter, a viewer or a stranger, nor through a key without the right", async () => {
    const maria = await signIn(running.url, people.counter);
    const viktor = await signIn(running.url, people.viewer);
    const { caller } = await makeKey(ines, { permissions: ["view:audit", "view:stock-count"] });
    for (const who of [maria, viktor, caller])
      expect((await download(who, { count: sessionId })).status).toBe(403);
    expect((await fetch(new URL("/audit-pack", running.url))).status).toBe(401);
  });

  test("nor for a warehouse that one does not see", async () => {
    const elsewhere =
      (await warehouseIds(ines))["OUTLET"] ?? Buffer.from("Warehouse:2").toString("base64url");
    const permissions = [
      "view:audit",
      "view:stock-count",
      "view:stock",
      "view:expected-quantity",
      "view:cost",
    ];
    const { caller } = await makeKey(ines, { permissions, warehouseIds: [elsewhere] });
    const unseen: Record<string, string>[] = [
      { count: sessionId },
      { warehouse },
      { warehouse: "nothing" },
    ];
    for (const asked of unseen) expect((await download(caller, asked)).status).toBe(404);
  });
});

test("the script is as short as it is said to be, and needs nothing", () => {
  const text = readFileSync(path.join(projectRoot, "docs", "check-audit-pack.mjs"), "utf8");
  const isCode = (line: string) => line.trim() !== "" && !line.startsWith("//");
  expect(text.split("\n").filter(isCode).length).toBeLessThanOrEqual(50);
  const imported = [...text.matchAll(/from "([^"]+)"/gu)].map(([, name]) => name);
  expect(imported.every((name) => name?.startsWith("node:"))).toBe(true);
});
