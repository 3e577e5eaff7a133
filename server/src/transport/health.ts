import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { sql, type Db } from "../database/db.ts";

const readyWithinMs = 1_000;

/** Alive, ready, and measured: for whoever watches the process. */
export function serveHealth(fastify: FastifyInstance, db: Db): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "tallyroom_http_request_seconds",
    help: "How long answers take.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  fastify.addHook("onResponse", async (request, reply) => {
    durations.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? "page",
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
  });
  fastify.get("/livez", async () => ({ status: "alive" }));
  fastify.get("/readyz", async (_request, reply) => {
    if (await isReady(db)) return { status: "ready" };
    return reply.code(503).send({ status: "the database does not answer" });
  });
  fastify.get("/metrics", async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

async function isReady(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), readyWithinMs);
  });
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const isReadyNow = await Promise.race([answer, late]);
  clearTimeout(timer);
  return isReadyNow;
}
