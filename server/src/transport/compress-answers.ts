import fastifyCompress from "@fastify/compress";
import type { FastifyInstance } from "fastify";
import { constants } from "node:zlib";

/** Below this a packet is a packet. */
const smallestBytes = 2_048;
/** Of eleven: the last ones cost much time for few bytes. */
const brotliQuality = 5;

/**
 * Phones on bad radio get pages and answers packed. What is secret never stands in one answer with what
 * another site has put there: no other site can make a browser ask in somebody's name.
 */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyCompress, {
    threshold: smallestBytes,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
  });
}
