import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { builtClient } from "../../tools/products/build-client.ts";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { inlineScriptHashes } from "../src/transport/security-headers.ts";

let running: RunningServer;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
});
afterAll(() => running.stop());

const get = (path: string, headers: Record<string, string> = { accept: "text/html" }) =>
  fetch(new URL(path, running.url), { headers });

/** The directives of a policy by name. */
function policyOf(response: Response): Record<string, string[]> {
  const text = response.headers.get("content-security-policy") ?? "";
  const directives = text.split(";").map((directive) => directive.trim().split(/\s+/u));
  return Object.fromEntries(directives.map(([name = "", ...sources]) => [name, sources]));
}

/** What a policy would let an injected script or style do. */
function weaknessesOf(policy: Record<string, string[]>): string[] {
  const wanted: Record<string, string> = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
  };
  const missing = Object.entries(wanted)
    .filter(([name, source]) => policy[name]?.join(" ") !== source)
    .map(([name]) => `${name} is ${policy[name]?.join(" ") ?? "missing"}`);
  const loose = Object.entries(policy).flatMap(([name, sources]) =>
    sources
      .filter((source) => /unsafe|^\*$|^https?:/u.test(source))
      .map((source) => `${name} allows ${source}`),
  );
  return [...missing, ...loose];
}

const pages = ["/", "/stock", "/graphql", "/no/such/page", "/livez"];

test.each(pages)("%s comes with a policy without holes and with the other guards", async (path) => {
  const response = await get(path);
  expect(weaknessesOf(policyOf(response))).toEqual([]);
  const guards = ["x-content-type-options", "x-frame-options", "referrer-policy"];
  expect(guards.map((name) => response.headers.get(name))).toEqual([
    "nosniff",
    "SAMEORIGIN",
    "same-origin",
  ]);
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/u);
  expect(response.headers.get("x-powered-by")).toBeNull();
});

test("every script in the page is allowed by its own hash, and no style is written into it", async () => {
  const response = await get("/");
  const html = await response.text();
  const hashes = inlineScriptHashes(html);
  expect(policyOf(response)["script-src"]).toEqual(["'self'", ...hashes]);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/iu);
});

test("only the worker that decodes may compile, and it may do nothing else that pages may not", async () => {
  const workers = path.join(builtClient, "_app", "immutable", "workers");
  const scripts = (await readdir(workers)).filter((name) => name.endsWith(".js"));
  expect(scripts).toHaveLength(1);
  const response = await get(`/_app/immutable/workers/${scripts[0]}`);
  expect(policyOf(response)).toEqual({
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "connect-src": ["'self'"],
  });
  // The control: a page's own policy would keep it from that.
  expect(policyOf(await get("/count"))["script-src"]).not.toContain("'wasm-unsafe-eval'");
});

test("control: a loose policy is found out, and a script that was changed has another hash", () => {
  const loose = { "default-src": ["'self'"], "script-src": ["'self'", "'unsafe-inline'", "*"] };
  expect(weaknessesOf(loose)).toHaveLength(6);
  const [one] = inlineScriptHashes("<script>start()</script>");
  const [other] = inlineScriptHashes("<script>start( )</script>");
  expect(one).not.toBe(other);
});

test("/metrics speaks to Prometheus: every line is a comment or a sample", async () => {
  await get("/livez");
  const response = await get("/metrics");
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/u);
  const lines = (await response.text()).split("\n").filter(Boolean);
  const odd = lines.filter(
    (line) => !/^# (HELP|TYPE) \w+ .+$|^\w+(\{.*\})? -?[\d.e+Infa-]+( \d+)?$/u.test(line),
  );
  expect(odd).toEqual([]);
  expect(lines.join("\n")).toMatch(
    /tallyroom_http_request_seconds_count\{method="GET",route="\/livez",status="200"\} \d+/u,
  );
});

test("a route that nobody knows is counted under one name, whatever it is called", async () => {
  await get("/some/thing/1");
  await get("/some/thing/2");
  expect(await (await get("/metrics")).text()).not.toContain("/some/thing");
});

test("alive and ready are told apart from pages", async () => {
  expect(await (await get("/livez")).json()).toEqual({ status: "alive" });
  expect(await (await get("/readyz")).json()).toEqual({ status: "ready" });
  expect((await get("/nothing", { accept: "application/json" })).status).toBe(404);
});
