import type { FastifyInstance } from "fastify";
import { seesWarehouse, type Identity } from "../accounts/domain/identity.ts";
import { mayReadAudit } from "../audit/domain/may-read-audit.ts";
import { readAuditPack, type PackWish } from "../audit/queries/read-audit-pack.ts";
import type { Server } from "../context.ts";
import { singleKeyOf, warehouseKeyOf } from "../shared/opaque-id.ts";
import { notFound, Refusal } from "../shared/refusal.ts";
import { zipOf } from "../shared/zip.ts";
import { answerInItsWords, identifyOrRefuse } from "./plain-http.ts";

type Asked = Partial<Record<"warehouse" | "count" | "from" | "to", string>>;

/** The auditor's pack, for whoever may read the audit log: a zip of one count, or of a time. */
export function serveAuditPack(fastify: FastifyInstance, server: Server): void {
  fastify.get<{ Querystring: Asked }>("/audit-pack", (request, reply) =>
    answerInItsWords(reply, async () => {
      const identity = await identifyOrRefuse(server, request);
      if (!mayReadAudit(identity.permissions))
        throw new Refusal("FORBIDDEN", "You may not read the audit log.");
      const wish = wishOf(identity, request.query, server.now());
      const pack = zipOf(await readAuditPack(server.db, wish));
      return reply
        .type("application/zip")
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="audit-pack.zip"')
        .send(pack);
    }),
  );
}

function wishOf(identity: Identity, { warehouse, count, from, to }: Asked, now: Date): PackWish {
  const key = count === undefined ? null : warehouseKeyOf(count, "CountSession");
  const warehouseId = key?.warehouseId ?? singleKeyOf(warehouse ?? "", "Warehouse");
  if (!seesWarehouse(identity, warehouseId)) throw notFound(key ? "count session" : "warehouse");
  return {
    ...{ warehouseId, sessionId: key?.rowId ?? null, madeById: identity.userId, now },
    ...{ from: instantOf(from), to: instantOf(to) },
  };
}

function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const instant = new Date(text);
  if (Number.isNaN(instant.valueOf()))
    throw new Refusal("BAD_USER_INPUT", "Give from and to as instants, such as 2026-11-01T00:00Z.");
  return instant;
}
