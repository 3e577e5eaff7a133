import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify from "fastify";
import type { GraphQLSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { testSecret } from "../../../tools/testing/running-server.ts";
import type { Identity } from "../../src/accounts/domain/identity.ts";
import { readConfig } from "../../src/config.ts";
import { RequestContext, type Server } from "../../src/context.ts";
import { openServer } from "../../src/open-server.ts";
import { Refusal } from "../../src/shared/refusal.ts";
import { createSchema } from "../../src/schema.ts";

export interface OpenDoor {
  url: string;
  close(): Promise<void>;
}

export interface OpenDoorOptions {
  databaseUrl: string;
  /** Breaks a resolver on purpose. */
  plant?: (schema: GraphQLSchema, server: Server) => void;
}

/**
 * The same schema on the same data with the libraries as they come out of the box: no judgement, no
 * limits, no masking, no look at the origin. What a test of the door finds nowhere else, it must
 * find here, or it finds nothing.
 */
export async function startOpenDoor(options: OpenDoorOptions): Promise<OpenDoor> {
  const config = readConfig({
    DATABASE_URL: options.databaseUrl,
    // The same as the guarded server's, so that both know the same cookies.
    TALLYROOM_SECRET: testSecret,
    TALLYROOM_DEMO: "off",
    TALLYROOM_POOL: "5",
  });
  const opened = await openServer(
    config,
    () => new Date(),
    () => undefined,
  );
  const { server } = opened;
  const schema = await createSchema();
  options.plant?.(schema, server);
  const contextOf = async (proof: { cookie?: string; authorization?: string }) => {
    const { cookie = null, authorization = null } = proof;
    const found = await server.identities
      .identify({ cookie, authorization, address: "open" })
      .catch((error: unknown) => {
        if (error instanceof Refusal) return { identity: null };
        throw error;
      });
    return contextFor(server, found.identity);
  };

  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: true,
  });
  await apollo.start();
  const fastify = Fastify({ bodyLimit: 16 * 1024 * 1024 });
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
    fastify.addContentTypeParser(
      type,
      { parseAs: "string" },
      async (_request: unknown, body: string) => readAnyBody(body),
    );
  fastify.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: fastifyApolloHandler(apollo, { context: ({ headers }) => contextOf(headers) }),
  });
  await fastify.listen({ host: "127.0.0.1", port: 0 });
  const sockets = new WebSocketServer({ server: fastify.server, path: "/graphql" });
  const disposable = useServer(
    {
      schema,
      context: ({ connectionParams, extra }) =>
        contextOf({ ...extra.request.headers, ...connectionParams }),
    },
    sockets,
  );
  const { port } = fastify.server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await disposable.dispose();
      await fastify.close();
      await apollo.stop();
      await opened.close();
    },
  };
}

function contextFor(server: Server, identity: Identity | null): RequestContext {
  const reply = { addHeader: () => undefined };
  return new RequestContext(server, identity, "open", "open", new Headers(), reply);
}

/** What a form of another site can send: JSON under a harmless name, or fields. */
function readAnyBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}
