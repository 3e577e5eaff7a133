import type { WebSocket } from "ws";
import { rightsFingerprint, type Identity } from "../accounts/domain/identity.ts";
import { identitiesOfKeys, identitiesOfSessions } from "../accounts/queries/identify.ts";
import type { Server } from "../context.ts";

const lookAgainMs = 1_000;
const forbidden = 4403;

/**
 * Closes the sockets of whoever has lost a session, a key or a right, within two seconds wherever
 * it was taken away: one statement a second for all sockets of this server.
 */
export class OpenSockets {
  readonly #open = new Map<WebSocket, Identity>();
  #timer: NodeJS.Timeout | null;

  constructor(private readonly server: Server) {
    this.#timer = setTimeout(() => void this.#look(), lookAgainMs);
  }

  add(socket: WebSocket, identity: Identity): void {
    // One that left while its proof was looked up has no close to come.
    if (socket.readyState !== socket.OPEN) return;
    this.#open.set(socket, identity);
    socket.once("close", () => this.#open.delete(socket));
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #look(): Promise<void> {
    try {
      if (this.#open.size > 0) await this.#closeTheLost();
    } catch {
      // The database is away: nobody can have been revoked in it, and the next look comes.
    }
    if (this.#timer) this.#timer = setTimeout(() => void this.#look(), lookAgainMs);
  }

  async #closeTheLost(): Promise<void> {
    const { db, now } = this.server;
    // Those that come while we look are not in the answer, and would seem lost.
    const looked = [...this.#open];
    const idsOf = (kind: Identity["credential"]["kind"]) => [
      ...new Set(
        looked
          .map(([, identity]) => identity)
          .filter((identity) => identity.credential.kind === kind)
          .map((identity) => identity.credential.id),
      ),
    ];
    const [sessions, keys] = await Promise.all([
      identitiesOfSessions(db, idsOf("session"), now()),
      identitiesOfKeys(db, idsOf("api-key"), now()),
    ]);
    const standing = new Map(
      [...sessions, ...keys].map((identity) => [keyOf(identity), rightsFingerprint(identity)]),
    );
    for (const [socket, identity] of looked)
      if (standing.get(keyOf(identity)) !== rightsFingerprint(identity))
        socket.close(forbidden, "Forbidden");
  }
}

function keyOf({ credential }: Identity): string {
  return `${credential.kind}:${credential.id}`;
}
