import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { BenchScope } from "./figure.ts";

export interface PostgraphilePeer {
  endpoint: string;
  headers: Record<string, string>;
  ask<Answer>(query: string, variables: Record<string, unknown>): Promise<Answer>;
}

/** As many as our server keeps open. */
const CONNECTIONS = 20;

/**
 * PostGraphile 5 over HTTP on the same database, as the owner of its tables: it checks nobody and
 * decides nothing. In a process of its own, as our server is, and gone when the bench is.
 */
export async function postgraphilePeer(
  scope: BenchScope,
  databaseUrl: string,
): Promise<PostgraphilePeer> {
  scope.tell("starting PostGraphile");
  const child = fork(
    path.join(import.meta.dirname, "postgraphile-server.ts"),
    [databaseUrl, String(CONNECTIONS)],
    {
      env: { NODE_ENV: "production", GRAPHILE_ENV: "production" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const ended = once(child, "exit");
  scope.defer(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve((message as { url: string }).url));
    child.once("exit", (code) => reject(new Error(`PostGraphile ended with code ${code}.`)));
  });
  const headers = { "content-type": "application/json" };
  return {
    endpoint,
    headers,
    ask: async <Answer>(query: string, variables: Record<string, unknown>) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: Answer; errors?: unknown };
      if (!data || errors) throw new Error(`PostGraphile refused: ${JSON.stringify(errors)}`);
      return data;
    },
  };
}
