import type { FastifyReply, FastifyRequest } from "fastify";
import type { Identity } from "../accounts/domain/identity.ts";
import type { Permission } from "../accounts/domain/permission.ts";
import { seesWarehouse } from "../accounts/domain/identity.ts";
import type { Server } from "../context.ts";
import { nounOf, warehouseKeyOf, type IdKind } from "../shared/opaque-id.ts";
import { notFound, Refusal, type RefusalCode } from "../shared/refusal.ts";

const statusOf: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  DOCUMENT_TOO_COMPLEX: 400,
};

/** Files come and go beside the API, and are refused in its words. */
export async function answerInItsWords(
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = error.extensions["code"] as RefusalCode;
    return reply
      .code(statusOf[code])
      .send({ errors: [{ message: error.message, extensions: error.extensions }] });
  }
}

export async function identifyOrRefuse(server: Server, request: FastifyRequest): Promise<Identity> {
  const { identity } = await server.identities.identify({
    cookie: request.headers.cookie ?? null,
    authorization: request.headers.authorization ?? null,
    address: request.ip,
  });
  if (!identity) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
  return identity;
}

/** The picture that a request has for its body. */
export function pictureIn({ body }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body))
    throw new Refusal("BAD_USER_INPUT", "Send the picture as the body, as image/jpeg or so.");
  return body;
}

/** As what it is and nothing else: a picture from outside must not act as a page of ours. */
export function sendPicture(
  reply: FastifyReply,
  { mediaType, image }: { mediaType: string; image: Buffer },
): FastifyReply {
  return reply
    .type(mediaType)
    .header("cache-control", "private, max-age=86400, immutable")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .send(image);
}

/** A thing of a warehouse that one does not see is as unknown as one that does not exist. */
export function seenKeyOf(
  identity: Identity,
  id: string,
  kind: IdKind,
  { permissions, refused }: { permissions: readonly Permission[]; refused: string },
): { warehouseId: number; rowId: number } {
  if (!permissions.every((permission) => identity.permissions.has(permission)))
    throw new Refusal("FORBIDDEN", refused);
  const key = warehouseKeyOf(id, kind);
  if (!seesWarehouse(identity, key.warehouseId)) throw notFound(nounOf(kind));
  return key;
}
