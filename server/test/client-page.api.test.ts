import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";

let running: RunningServer;
beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
});
afterAll(() => running.stop());

const ask = (path: string, accept: string, method = "GET") =>
  fetch(new URL(path, running.url), { method, headers: { accept } });

test.each([
  ["/", "text/html", "GET"],
  ["/", "*/*", "GET"],
  ["/?from=somewhere", "*/*", "GET"],
  ["/", "*/*", "HEAD"],
  ["/stock", "text/html", "GET"],
  ["/graphql", "text/html", "GET"],
])("%s, asked for as %s by %s, is the web client", async (path, accept, method) => {
  const answer = await ask(path, accept, method);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/html");
});

test.each([
  ["/_app/immutable/gone.js", "*/*", "GET"],
  ["/stock", "application/json", "GET"],
  ["/stock", "text/html", "DELETE"],
])("%s, asked for as %s by %s, is nothing", async (path, accept, method) => {
  expect((await ask(path, accept, method)).status).toBe(404);
});
