import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";

/** In our words: what the web framework says of a request names the framework. */
const sentences: Record<number, string> = {
  400: "The request cannot be read: its address or its body is malformed.",
  413: "The body of the request is too large.",
  415: "Send application/json.",
};

/** Answers what went wrong before or beside GraphQL in the shape of a GraphQL answer. */
export function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) {
    const message = sentences[status] ?? "The request is refused.";
    return reply.code(status).send(errorOf(message, { code: "BAD_REQUEST" }));
  }
  request.log.error({ err: error, traceId: request.id }, "A request failed.");
  const message = "Something went wrong on our side.";
  return reply.code(500).send(errorOf(message, { code: "INTERNAL", traceId: request.id }));
}

function errorOf(message: string, extensions: Record<string, string>) {
  return { errors: [{ message, extensions }] };
}
