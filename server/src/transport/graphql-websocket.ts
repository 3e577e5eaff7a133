import type { IncomingMessage, Server as NodeServer } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyBaseLogger } from "fastify";
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { makeServer, type Context, type SubscribePayload } from "graphql-ws";
import { WebSocketServer } from "ws";
import { anybodyWithRightsOf, type Identity } from "../accounts/domain/identity.ts";
import { RequestContext, type Server } from "../context.ts";
import { Refusal } from "../shared/refusal.ts";
import { attachSocket, sendWhileOpen, type SocketExtra } from "./attach-socket.ts";
import { documentLimits, readDocument } from "./document-limits.ts";
import type { JudgeOperation } from "./judge-operation.ts";
import { maskError } from "./mask-error.ts";
import { OpenSockets } from "./open-sockets.ts";
import { questionOf } from "./question-of.ts";
import { isOwnOrigin } from "./own-origin.ts";
import {
  subscribeWithFreshContext,
  type SubscriptionRoot,
} from "./subscribe-with-fresh-context.ts";

export const socketLimits = { subscriptions: 20, messageBytes: 64 * 1024, initMs: 5_000 } as const;

interface Established {
  identity: Identity;
  running: Set<SubscriptionRoot>;
}
type Extra = SocketExtra & Partial<Established>;

const protocolName = "graphql-transport-ws";
const noReply = { addHeader: () => undefined };

/** Subscriptions over graphql-transport-ws, behind the same judgement as HTTP. */
export function serveGraphqlOverWebSocket(
  http: NodeServer,
  server: Server,
  schema: GraphQLSchema,
  judge: JudgeOperation,
  log: FastifyBaseLogger,
): { close: () => Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.messageBytes,
    // Another protocol is taken up and then closed with 4406: a client is told, not left to guess.
    handleProtocols: (offered) => (offered.has(protocolName) ? protocolName : [...offered][0]!),
  });
  const open = new OpenSockets(server);
  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: socketLimits.initMs,
    onConnect: async ({ connectionParams, extra }) => {
      const identity = await identify(server, extra.request, connectionParams);
      if (!identity) return false;
      Object.assign(extra, { identity, running: new Set() } satisfies Established);
      open.add(extra.socket, identity);
      return true;
    },
    onSubscribe: ({ extra }, id, payload) => {
      try {
        return admit(extra, id, payload);
      } catch (error) {
        return [
          error instanceof GraphQLError
            ? error
            : new GraphQLError("", { originalError: asError(error) }),
        ];
      }
    },
    onError: (_context, _id, _payload, errors) => masked(errors, log),
    onNext: (_context, _id, _payload, _args, result) =>
      result.errors ? withMaskedErrors(result, log) : undefined,
    subscribe: subscribeWithFreshContext,
    onClose: async ({ extra }) => {
      for (const { end } of extra.running ?? []) await end?.();
    },
  });

  function admit(
    extra: Extra,
    id: string,
    payload: SubscribePayload,
  ): ExecutionArgs | GraphQLError[] {
    const { identity, running } = extra;
    if (!identity || !running) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
    if (running.size >= socketLimits.subscriptions)
      throw new Refusal(
        "RATE_LIMITED",
        `A socket carries at most ${socketLimits.subscriptions} subscriptions.`,
      );
    const document = readDocument(schema, payload.query);
    if (Array.isArray(document)) return document;
    const operation = getOperationAST(document, payload.operationName);
    const variables = payload.variables ?? {};
    if (operation?.operation !== "subscription")
      throw new Refusal(
        "BAD_USER_INPUT",
        "A socket carries subscriptions only; send the rest over HTTP.",
      );
    judge({ document, operation, variables, identity });
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: documentLimits.errors,
    });
    if (errors) return errors.map(({ message }) => new Refusal("BAD_USER_INPUT", message));
    // Counted and ended by subscription and not by id: an id can be used again while its last use
    // still ends, and the library then loses sight of one of the two.
    const freshContext = () => contextOf(server, extra, identity);
    const anybody = anybodyWithRightsOf(identity);
    const root: SubscriptionRoot = {
      freshContext,
      contextOfAnybody: () => contextOf(server, extra, anybody),
      question: questionOf(document, operation, variables, identity),
      serialise: (result) => JSON.stringify(withMaskedErrors(result, log)),
      sendNext: (payloadText) =>
        sendWhileOpen(
          extra.socket,
          `{"id":${JSON.stringify(id)},"type":"next","payload":${payloadText}}`,
        ),
      running,
      end: null,
    };
    running.add(root);
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: variables,
      contextValue: freshContext(),
      rootValue: root,
    };
  }

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? "").split("?")[0];
    if (path !== "/graphql") return refuseUpgrade(socket, 404);
    if (!isOwnOrigin(request.headers, server.config.publicUrl)) return refuseUpgrade(socket, 403);
    sockets.handleUpgrade(request, socket, head, (ws) =>
      attachSocket<Established>(protocol, ws, request, log),
    );
  };
  http.on("upgrade", upgrade);
  return {
    close: async () => {
      http.off("upgrade", upgrade);
      open.close();
      for (const socket of sockets.clients) socket.close(1001, "Going away");
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

async function identify(
  server: Server,
  request: IncomingMessage,
  connectionParams: Context["connectionParams"],
): Promise<Identity | null> {
  const authorization = connectionParams?.["authorization"] ?? request.headers.authorization;
  try {
    const { identity } = await server.identities.identify({
      cookie: request.headers.cookie ?? null,
      authorization: typeof authorization === "string" ? authorization : null,
      address: request.socket.remoteAddress ?? "",
    });
    return identity;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function contextOf(server: Server, { request }: Extra, identity: Identity): RequestContext {
  const address = request.socket.remoteAddress ?? "";
  return new RequestContext(server, identity, crypto.randomUUID(), address, new Headers(), noReply);
}

function withMaskedErrors<Result extends ExecutionResult>(
  { errors, ...result }: Result,
  log: FastifyBaseLogger,
): Omit<Result, "errors"> & { errors?: GraphQLFormattedError[] } {
  return errors ? { ...result, errors: masked(errors, log) } : result;
}

function masked(errors: readonly GraphQLError[], log: FastifyBaseLogger): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { shown, isFault } = maskError(error.toJSON(), error, crypto.randomUUID());
    if (isFault) log.error({ err: error, ...shown.extensions }, "A subscription failed.");
    return shown;
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  const words = status === 403 ? "Forbidden" : "Not Found";
  socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
