import type { FastifyReply, FastifyRequest } from "fastify";
import type { Identity } from "../accounts/domain/identity.ts";
import type { Server } from "../context.ts";
import { Refusal, type RefusalCode } from "../shared/refusal.ts";

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
