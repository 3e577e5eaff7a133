import { createServer, type Server as NodeServer } from "node:http";
import type { AddressInfo } from "node:net";
import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { makeKey, people, signIn } from "./door/caller.ts";

let running: RunningServer;
let authorization: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  const ines = await signIn(running.url, people.supervisor);
  const { secret } = await makeKey(ines, { permissions: ["view:catalogue"] });
  authorization = `Bearer ${secret}`;
});
afterAll(() => running.stop());

/** The audit asks by GET too, which a page of another site could; a program says that it is none. */
async function audit(url: string) {
  const results = await auditServer({
    url: `${url}/graphql`,
    fetchFn: (address: string, request: RequestInit = {}) =>
      fetch(address, {
        ...request,
        headers: { ...request.headers, authorization, "graphql-require-preflight": "yes" },
      }),
  });
  return results.map((result) => ({
    status: result.status,
    what: result.status === "ok" ? result.name : `${result.name}: ${result.reason}`,
  }));
}

test("T31: 61 of 61 audits of GraphQL over HTTP", async () => {
  const results = await audit(running.url);
  expect(results.filter(({ status }) => status !== "ok")).toEqual([]);
  expect(results).toHaveLength(61);
});

test("control: a server that answers everything alike does not pass", async () => {
  const yesSayer: NodeServer = createServer((_request, response) => {
    response.setHeader("content-type", "application/json").end('{"data":{"__typename":"Query"}}');
  });
  await new Promise<void>((resolve) => yesSayer.listen(0, "127.0.0.1", resolve));
  const { port } = yesSayer.address() as AddressInfo;
  const results = await audit(`http://127.0.0.1:${port}`);
  expect(results.filter(({ status }) => status !== "ok").length).toBeGreaterThan(5);
  await new Promise((resolve) => yesSayer.close(resolve));
});
