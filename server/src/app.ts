import Fastify, { LogController, type FastifyInstance } from "fastify";
import type { Server } from "./context.ts";
import { accessRules, createSchema } from "./schema.ts";
import { serveGraphqlOverHttp } from "./transport/graphql-http.ts";
import { serveGraphqlOverWebSocket } from "./transport/graphql-websocket.ts";
import { answerError } from "./transport/answer-error.ts";
import { compressAnswers } from "./transport/compress-answers.ts";
import { createJudge } from "./transport/judge-operation.ts";
import { serveAuditPack } from "./transport/serve-audit-pack.ts";
import { serveHealth } from "./transport/health.ts";
import { serveCountSheets } from "./transport/serve-count-sheets.ts";
import { serveImportFiles } from "./transport/serve-import-files.ts";
import { serveReportFiles } from "./transport/serve-report-files.ts";
import { serveLinePhotos } from "./transport/serve-line-photos.ts";
import { serveObservationPhotos } from "./transport/serve-observation-photos.ts";
import { isOwnOrigin } from "./transport/own-origin.ts";
import { inlineScriptHashes, sendSecurityHeaders } from "./transport/security-headers.ts";
import { readClientPage, serveClient } from "./transport/serve-client.ts";

export const bodyBytes = 2 * 1024 * 1024;

export interface App {
  fastify: FastifyInstance;
  close(): Promise<void>;
}

/** Everything on one port: pages, API, feeds and health. */
export async function createApp(server: Server): Promise<App> {
  const { config } = server;
  const fastify = Fastify({
    logger: { level: config.logLevel, redact: ["req.headers.cookie", "req.headers.authorization"] },
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerError,
    bodyLimit: bodyBytes,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
  });
  server.doorbell.tellOfWire?.((isWhole) =>
    isWhole
      ? fastify.log.info("News of other servers come at once again.")
      : fastify.log.warn(
          "News of other servers are looked for once a second: the doorbell is away.",
        ),
  );
  const page = await readClientPage(config.clientFolder);
  const isSecure = config.publicUrl?.startsWith("https:") ?? false;
  sendSecurityHeaders(fastify, page ? inlineScriptHashes(page) : [], isSecure);
  fastify.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
    const changes = request.method !== "GET" && request.method !== "HEAD";
    if (changes && !isOwnOrigin(request.headers, config.publicUrl))
      await reply.code(403).send({
        errors: [
          {
            message: "Requests from other sites are refused.",
            extensions: { code: "FORBIDDEN" },
          },
        ],
      });
  });
  await compressAnswers(fastify);
  if (page && config.clientFolder) await serveClient(fastify, config.clientFolder, page);
  serveHealth(fastify, server.db);
  serveAuditPack(fastify, server);
  serveLinePhotos(fastify, server);
  serveObservationPhotos(fastify, server);
  serveReportFiles(fastify, server);
  serveCountSheets(fastify, server);
  serveImportFiles(fastify, server);
  fastify.setErrorHandler(answerError);
  const schema = await createSchema();
  const judge = createJudge(schema, accessRules);
  const apollo = await serveGraphqlOverHttp(fastify, server, schema, judge);
  const sockets = serveGraphqlOverWebSocket(fastify.server, server, schema, judge, fastify.log);
  return {
    fastify,
    close: async () => {
      await sockets.close();
      await fastify.close();
      await apollo.stop();
    },
  };
}
