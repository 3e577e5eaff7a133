import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
} from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { TooManyKeys } from "../accounts/queries/known-identities.ts";
import { RequestContext, type SentHeaders, type Server } from "../context.ts";
import { Refusal, type RefusalCode } from "../shared/refusal.ts";
import { createExecutor } from "./compiled-queries.ts";
import { documentLimits, limitRules } from "./document-limits.ts";
import type { JudgeOperation } from "./judge-operation.ts";
import { maskError } from "./mask-error.ts";

const statusOf: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 200,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  DOCUMENT_TOO_COMPLEX: 400,
};

/** What the edge found out before the operation: who asks, or why that is refused. */
class HttpContext extends RequestContext {
  refusal: Refusal | null = null;
}

function judgeOperations(judge: JudgeOperation): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          try {
            if (contextValue.refusal) throw contextValue.refusal;
            // Without an operation nothing runs: the library says which name it did not find.
            if (!operation) return;
            if (operation.operation === "subscription")
              throw new Refusal("BAD_USER_INPUT", "Subscriptions run over a WebSocket.");
            const { identity } = contextValue;
            judge({ document, operation, variables: request.variables ?? {}, identity });
          } catch (error) {
            throw error instanceof Refusal ? withStatus(error) : error;
          }
        },
        async willSendResponse({ request, response, errors }) {
          const isDocuments = errors?.every(
            ({ extensions }) => extensions["code"] !== "BAD_REQUEST",
          );
          const accept = request.http?.headers.get("accept") ?? "";
          if (response.http.status === 400 && isDocuments && wantsPlainJson(accept))
            response.http.status = 200;
        },
      };
    },
  };
}

/**
 * GraphQL over HTTP keeps 200 for whoever takes application/json and not the newer type: there a
 * status of 4xx may come from something in between and say nothing about GraphQL.
 */
function wantsPlainJson(accept: string): boolean {
  return (
    accept.includes("application/json") && !accept.includes("application/graphql-response+json")
  );
}

function withStatus(refusal: Refusal): GraphQLError {
  const code = refusal.extensions["code"] as RefusalCode;
  return new GraphQLError(refusal.message, {
    extensions: { code, http: { status: statusOf[code] } },
  });
}

type Gateway = ApolloServerOptionsWithGateway<HttpContext>["gateway"];

/** The one place where the library lets somebody else execute. */
function executedBy(schema: GraphQLSchema): Gateway {
  const execute = createExecutor(schema);
  return {
    load: async () => ({
      executor: async ({ document, queryHash, operation, request, context }) =>
        execute({
          document,
          documentKey: queryHash,
          operation,
          operationName: request.operationName,
          variables: request.variables ?? {},
          context,
        }),
    }),
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}

export async function serveGraphqlOverHttp(
  fastify: FastifyInstance,
  server: Server,
  schema: GraphQLSchema,
  judge: JudgeOperation,
): Promise<ApolloServer<HttpContext>> {
  const apollo = new ApolloServer<HttpContext>({
    gateway: executedBy(schema),
    introspection: true,
    // A page of another site can send neither JSON nor this header without being asked first.
    csrfPrevention: { requestHeaders: ["graphql-require-preflight"] },
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationOptions: { maxErrors: documentLimits.errors },
    validationRules: limitRules,
    // Answers depend on who asks: none may be cached, and nothing need be reckoned for it.
    plugins: [judgeOperations(judge), ApolloServerPluginCacheControlDisabled()],
    formatError: (shown, error) => {
      const traceId = crypto.randomUUID();
      const masked = maskError(shown, error, traceId);
      if (masked.isFault) fastify.log.error({ err: error, traceId }, "A request failed.");
      return masked.shown;
    },
  });
  await apollo.start();
  fastify.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const headers: SentHeaders = { get: (name) => request.headers[name]?.toString() ?? null };
        const found = await identify(server, headers, request.ip);
        const context = new HttpContext(server, found.identity, request.id, request.ip, headers, {
          addHeader: (name, value) => void reply.header(name, value),
        });
        context.refusal = found.refusal;
        if (found.refusal instanceof TooManyKeys)
          void reply.header("retry-after", String(found.refusal.retryAfterSeconds));
        for (const cookie of found.setCookies) void reply.header("set-cookie", cookie);
        return context;
      },
    }),
  });
  return apollo;
}

async function identify(server: Server, headers: SentHeaders, address: string) {
  try {
    const found = await server.identities.identify({
      cookie: headers.get("cookie"),
      authorization: headers.get("authorization"),
      address,
    });
    return { ...found, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { identity: null, setCookies: [], refusal: error };
    throw error;
  }
}
