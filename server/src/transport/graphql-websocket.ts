import type { IncomingMessage, Server as NodeServer } from "node:http";
import type { Duplex } from "node:stream";
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { useServer, type Extra } from "graphql-ws/use/ws";
import type { FastifyBaseLogger } from "fastify";
import { WebSocketServer } from "ws";
import type { Identity } from "../accounts/domain/identity.ts";
import { RequestContext, type Server } from "../context.ts";
import { Refusal } from "../shared/refusal.ts";
import { checkAccess } from "./access-check.ts";
import type { AccessRules } from "./access-rules.ts";
import { checkCost, readDocument } from "./document-limits.ts";
import { maskError } from "./mask-error.ts";
import { OpenSockets } from "./open-sockets.ts";
import { isOwnOrigin } from "./own-origin.ts";

export const socketLimits = { subscriptions: 20, messageBytes: 64 * 1024, initMs: 5_000 } as const;

type Established = {
  identity?: Identity;
  running?: Set<string>;
};
type SocketExtra = Extra & Established;

const noReply = { addHeader: () => undefined };

/** Subscriptions over graphql-transport-ws, behind the same rules as HTTP. */
export function serveGraphqlOverWebSocket(
  http: NodeServer,
  server: Server,
  schema: GraphQLSchema,
  rules: AccessRules,
  log: FastifyBaseLogger,
): { close: () => Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.messageBytes,
    handleProtocols: (offered) => offered.has("graphql-transport-ws") && "graphql-transport-ws",
  });
  const open = new OpenSockets(server);

  const contextOf = (extra: SocketExtra, identity: Identity) =>
    new RequestContext(
      server,
      identity,
      crypto.randomUUID(),
      extra.request.socket.remoteAddress ?? "",
      new Headers(),
      noReply,
    );

  const mask = (errors: readonly GraphQLError[]): GraphQLError[] =>
    errors.map((error) => {
      const masked = maskError(error.toJSON(), error, crypto.randomUUID());
      if (masked.isFault)
        log.error({ err: error, ...masked.shown.extensions }, "A subscription failed.");
      const { message, extensions } = masked.shown;
      return new GraphQLError(message, { extensions: extensions ?? {} });
    });

  const disposable = useServer<Record<string, unknown>, Established>(
    {
      connectionInitWaitTimeout: socketLimits.initMs,
      onConnect: async ({ connectionParams, extra }) => {
        const authorization =
          connectionParams?.["authorization"] ?? extra.request.headers.authorization;
        try {
          const { identity } = await server.identities.identify({
            cookie: extra.request.headers.cookie ?? null,
            authorization: typeof authorization === "string" ? authorization : null,
            address: extra.request.socket.remoteAddress ?? "",
          });
          if (!identity) return false;
          extra.identity = identity;
          extra.running = new Set();
          open.add(extra.socket, identity);
          return true;
        } catch (error) {
          if (error instanceof Refusal) return false;
          throw error;
        }
      },
      onSubscribe: ({ extra }, id, payload) => {
        const { identity, running } = extra;
        if (!identity || !running) return [new Refusal("UNAUTHENTICATED", "Sign in first.")];
        if (running.size >= socketLimits.subscriptions)
          return [
            new Refusal(
              "RATE_LIMITED",
              `A socket carries at most ${socketLimits.subscriptions} subscriptions.`,
            ),
          ];
        const document = readDocument(schema, payload.query);
        if (Array.isArray(document)) return mask(document.map(withValidationCode));
        const operation = getOperationAST(document, payload.operationName);
        const variables = payload.variables ?? {};
        if (operation?.operation !== "subscription")
          return [
            new Refusal(
              "BAD_USER_INPUT",
              "A socket carries subscriptions only; send the rest over HTTP.",
            ),
          ];
        try {
          checkCost(document, operation, variables);
          checkAccess({ schema, rules, document, operation, variables, identity });
        } catch (error) {
          return mask([error as GraphQLError]);
        }
        running.add(id);
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: variables,
          contextValue: contextOf(extra, identity),
          rootValue: { freshContext: () => contextOf(extra, identity) },
        } satisfies ExecutionArgs;
      },
      onComplete: ({ extra }, id) => void extra.running?.delete(id),
      onError: ({ extra }, id, _payload, errors) => {
        extra.running?.delete(id);
        return mask(errors).map((error) => error.toJSON());
      },
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: mask(result.errors) } : undefined,
      subscribe: subscribeWithFreshContext,
    },
    sockets,
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? "").split("?")[0];
    if (path !== "/graphql") return refuseUpgrade(socket, 404);
    if (!isOwnOrigin(request.headers, server.config.publicUrl)) return refuseUpgrade(socket, 403);
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit("connection", ws, request));
  };
  http.on("upgrade", upgrade);
  return {
    close: async () => {
      http.off("upgrade", upgrade);
      open.close();
      await disposable.dispose();
    },
  };
}

function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  const words = status === 403 ? "Forbidden" : "Not Found";
  socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function withValidationCode(error: GraphQLError): GraphQLError {
  if (error.extensions["code"]) return error;
  return new GraphQLError(error.message.replace(/ Did you mean .*$/su, ""), {
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
}

/** Every event is answered with a context of its own: a shared one would serve stale rows. */
async function subscribeWithFreshContext(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { freshContext } = args.rootValue as { freshContext: () => RequestContext };
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const iterator: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      const value = await execute({
        ...args,
        rootValue: event.value,
        contextValue: freshContext(),
      });
      return { done: false, value };
    },
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      await events.throw?.(error);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator](): AsyncIterableIterator<ExecutionResult> {
      return iterator;
    },
  };
  return iterator;
}
