import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { lookingForWork } from "../../src/jobs/storage/lease.ts";

export interface StatementTap {
  /** The address of the database, through the tap. */
  url: string;
  /** Every statement that was run while the work went on, in order, but for looks for jobs to do. */
  during<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: string[] }>;
  close(): Promise<void>;
}

/** Stands between a server and its PostgreSQL and reads along: a count that no product switch can bend. */
export async function openStatementTap(databaseUrl: string): Promise<StatementTap> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let heard: string[] | null = null;
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const read = frontendReader((statement) => {
      if (!statement.includes(lookingForWork)) heard?.push(statement);
    });
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    client.on("data", read);
    client.pipe(database);
    database.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    during: async (work) => {
      const statements: string[] = (heard = []);
      try {
        return { result: await work(), statements };
      } finally {
        heard = null;
      }
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Follows the frontend's side of PostgreSQL's protocol 3: a simple query carries its text, a bound
 * one the name of what was parsed before. The first message has no type.
 */
function frontendReader(onStatement: (statement: string) => void): (chunk: Buffer) => void {
  const prepared = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let hasStarted = false;
  const take = (type: string, body: Buffer) => {
    const [first = "", second = ""] = body.toString("latin1").split("\0", 2);
    if (type === "Q") onStatement(first);
    if (type === "P") prepared.set(first, second);
    if (type === "B") onStatement(prepared.get(second) ?? "");
  };
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const typeBytes = hasStarted ? 1 : 0;
      if (rest.length < typeBytes + 4) return;
      const length = typeBytes + rest.readUInt32BE(typeBytes);
      if (rest.length < length) return;
      if (hasStarted) take(rest.toString("latin1", 0, 1), rest.subarray(5, length));
      hasStarted = true;
      rest = rest.subarray(length);
    }
  };
}
