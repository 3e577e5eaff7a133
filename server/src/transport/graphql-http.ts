import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { RequestContext, type Server } from "../context.ts";
import { Refusal, type RefusalCode } from "../shared/refusal.ts";
import { checkAccess } from "./access-check.ts";
import type { AccessRules } from "./access-rules.ts";
import { checkCost, documentLimits, limitRules } from "./document-limits.ts";
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

function judgeOperations(
  schema: GraphQLSchema,
  rules: AccessRules,
): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          const variables = request.variables ?? {};
          try {
            if (contextValue.refusal) throw contextValue.refusal;
            if (!operation)
              throw new Refusal("BAD_USER_INPUT", "The document has no such operation.");
            checkCost(document, operation, variables);
            checkAccess({
              schema,
              rules,
              document,
              operation,
              variables,
              identity: contextValue.identity,
            });
          } catch (error) {
            throw error instanceof Refusal ? withStatus(error) : error;
          }
        },
      };
    },
  };
}

function withStatus(refusal: Refusal): GraphQLError {
  const code = refusal.extensions["code"] as RefusalCode;
  return new GraphQLError(refusal.message, {
    extensions: { code, http: { status: statusOf[code] } },
  });
}

export async function serveGraphqlOverHttp(
  fastify: FastifyInstance,
  server: Server,
  schema: GraphQLSchema,
  rules: AccessRules,
): Promise<ApolloServer<HttpContext>> {
  const apollo = new ApolloServer<HttpContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationOptions: { maxErrors: documentLimits.errors },
    validationRules: limitRules,
    plugins: [judgeOperations(schema, rules)],
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
        const headers = new Headers();
        for (const [name, value] of Object.entries(request.headers))
          if (value !== undefined) headers.set(name, String(value));
        const found = await identify(server, headers, request.ip);
        const context = new HttpContext(server, found.identity, request.id, request.ip, headers, {
          addHeader: (name, value) => void reply.header(name, value),
        });
        context.refusal = found.refusal;
        for (const cookie of found.setCookies) void reply.header("set-cookie", cookie);
        return context;
      },
    }),
  });
  return apollo;
}

async function identify(server: Server, headers: Headers, address: string) {
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
