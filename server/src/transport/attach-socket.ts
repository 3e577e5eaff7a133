import type { IncomingMessage } from "node:http";
import type { FastifyBaseLogger } from "fastify";
import { CloseCode, type Server as ProtocolServer } from "graphql-ws";
import type { RawData, WebSocket } from "ws";

const keepAliveMs = 12_000;
/** What the protocol of WebSockets leaves for a reason. */
const longestReason = 100;
const onlyFromServers = new Set<unknown>(["connection_ack", "next", "error"]);

export interface SocketExtra {
  socket: WebSocket;
  request: IncomingMessage;
}

/** Lets the protocol speak over one socket; a fault of ours closes it with a trace id and no more. */
export function attachSocket<Extra>(
  protocol: ProtocolServer<SocketExtra & Partial<Extra>>,
  socket: WebSocket,
  request: IncomingMessage,
  log: FastifyBaseLogger,
): void {
  const fail = (error: unknown) => {
    const traceId = crypto.randomUUID();
    log.error({ err: error, traceId }, "A socket failed.");
    socket.close(CloseCode.InternalServerError, `INTERNAL ${traceId}`);
  };
  // A broken or too large frame: the socket has closed itself with the code that says so.
  socket.on("error", (error) => log.debug({ err: error }, "A socket was misused."));
  const stopPings = pingWhileOpen(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => sendWhileOpen(socket, text),
      close: (code, reason) => socket.close(code, reason?.slice(0, longestReason)),
      onMessage: (handle) =>
        socket.on("message", (data: RawData) => {
          const text = String(data);
          handle(text).catch((error: unknown) => {
            if (isOnlyFromServers(text)) socket.close(CloseCode.BadRequest, "Invalid message");
            else fail(error);
          });
        }),
    },
    { socket, request } as SocketExtra & Partial<Extra>,
  );
  socket.once("close", (code, reason) => {
    stopPings();
    closed(code, String(reason)).catch(fail);
  });
}

/** Resolves when the socket has taken the text: a slow reader halts whoever writes to it. */
export function sendWhileOpen(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, (error) => {
      if (error && socket.readyState === socket.OPEN) reject(error);
      else resolve();
    });
  });
}

function isOnlyFromServers(text: string): boolean {
  const { type } = JSON.parse(text) as { type?: unknown };
  return onlyFromServers.has(type);
}

/** A peer that has gone without a word is found out within two rounds. */
function pingWhileOpen(socket: WebSocket): () => void {
  let hasAnswered = true;
  socket.on("pong", () => (hasAnswered = true));
  const timer = setInterval(() => {
    if (!hasAnswered) return socket.terminate();
    hasAnswered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, keepAliveMs);
  return () => clearInterval(timer);
}
