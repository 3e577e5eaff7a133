import type { FastifyInstance, FastifyRequest } from "fastify";
import { seesWarehouse, type Identity } from "../accounts/domain/identity.ts";
import { mayReadAudit } from "../audit/domain/may-read-audit.ts";
import { readAuditPack, type PackWish } from "../audit/queries/read-audit-pack.ts";
import type { Server } from "../context.ts";
import { singleKeyOf, warehouseKeyOf } from "../shared/opaque-id.ts";
import { notFound, Refusal, type RefusalCode } from "../shared/refusal.ts";
import { zipOf } from "../shared/zip.ts";

const statusOf: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  DOCUMENT_TOO_COMPLEX: 400,
};

type Asked = Partial<Record<"warehouse" | "count" | "from" | "to", string>>;

/** The auditor's pack, for whoever may read the audit log: a zip of one count, or of a time. */
export function serveAuditPack(fastify: FastifyInstance, server: Server): void {
  fastify.get<{ Querystring: Asked }>("/audit-pack", async (request, reply) => {
    try {
      const identity = await identify(server, request);
      const wish = wishOf(identity, request.query, server.now());
      const pack = zipOf(await readAuditPack(server.db, wish));
      return await reply
        .type("application/zip")
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="audit-pack.zip"')
        .send(pack);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const code = error.extensions["code"] as RefusalCode;
      return reply.code(statusOf[code]).send({
        errors: [{ message: error.message, extensions: { code } }],
      });
    }
  });
}

async function identify(server: Server, request: FastifyRequest): Promise<Identity> {
  const { identity } = await server.identities.identify({
    cookie: request.headers.cookie ?? null,
    authorization: request.headers.authorization ?? null,
    address: request.ip,
  });
  if (!identity) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
  if (!mayReadAudit(identity.permissions))
    throw new Refusal("FORBIDDEN", "You may not read the audit log.");
  return identity;
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
