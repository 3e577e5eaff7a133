import { MikroORM } from "@mikro-orm/postgresql";
import { Migrator } from "@mikro-orm/migrations";
import type { Kysely } from "kysely";
import pg from "pg";
import { entities } from "./entities.ts";
import { migrations } from "../../migrations/index.ts";
import { partWithLostConnections } from "./part-with-lost-connections.ts";
import { prepareOnRequest } from "./prepare-on-request.ts";
import { StartUpError } from "../shared/start-up-error.ts";

/** The role every statement of the running server uses; it cannot write stock except through the ledger. */
export const applicationRole = "tallyroom_app";

export interface ConnectOptions {
  url: string;
  poolSize: number;
  /** Null connects as the owner: for migrations and for tests that look behind the curtain. */
  role: string | null;
  onStatement?: (statement: string) => void;
}

/** pg waits for ever unless it is told not to. */
const timeoutsMs = { connect: 5_000, statement: 30_000, lock: 10_000, idleInTransaction: 30_000 };

export async function connect(options: ConnectOptions): Promise<MikroORM> {
  const settings = [
    "-c timezone=UTC",
    `-c statement_timeout=${timeoutsMs.statement}`,
    `-c lock_timeout=${timeoutsMs.lock}`,
    `-c idle_in_transaction_session_timeout=${timeoutsMs.idleInTransaction}`,
    ...(options.role ? [`-c role=${options.role}`] : []),
  ];
  return MikroORM.init({
    clientUrl: options.url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: "migration", emit: "ts" },
    ensureDatabase: false,
    logger: () => undefined,
    pool: { min: 0, max: options.poolSize },
    driverOptions: {
      // Read by the driver itself: the ORM would drop what stands behind the ?, sslmode among it.
      connectionString: options.url,
      options: settings.join(" "),
      connectionTimeoutMillis: timeoutsMs.connect,
      query_timeout: timeoutsMs.statement + 5_000,
      application_name: "tallyroom",
      onPoolCreated: (pool: pg.Pool) => {
        pool.options.types = readTypes(pool.options.types);
        const { onStatement } = options;
        pool.on("connect", (client) => {
          prepareOnRequest(client);
          partWithLostConnections(client);
          if (onStatement) listenToStatements(client, onStatement);
        });
      },
    },
  });
}

/** Tells of every statement, whoever sends it: the ORM, hand-written SQL or the sign-in library. */
function listenToStatements(client: pg.PoolClient, onStatement: (text: string) => void): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((statement: string | { text: string }, ...rest: unknown[]) => {
    onStatement(typeof statement === "string" ? statement : statement.text);
    return query(statement, ...rest);
  }) as pg.PoolClient["query"];
}

/** Whole numbers arrive as numbers and instants as Date; exact decimals stay text until a Decimal is made. */
function readTypes(inherited: pg.CustomTypesConfig | undefined): pg.CustomTypesConfig {
  const int8 = 20;
  const timestamptz = 1184;
  const textArray = 1009;
  return {
    getTypeParser: (oid: number, format?: "text" | "binary") => {
      if (oid === int8) return (text: string) => Number(text);
      if (oid === timestamptz) return (text: string) => new Date(text);
      const parse = (inherited ?? pg.types).getTypeParser(oid, format as "text");
      // Nearly every list is empty or a few plain words, which need no parser.
      if (oid === textArray)
        return (text: string) => (plainList.test(text) ? wordsWithin(text) : parse(text));
      return parse;
    },
  } as pg.CustomTypesConfig;
}

const plainList = /^\{(?!.*\bNULL\b)[\w@:,-]*\}$/u;

function wordsWithin(list: string): string[] {
  const words = list.slice(1, -1);
  return words === "" ? [] : words.split(",");
}

export function dbOf(orm: MikroORM): Kysely<unknown> {
  return orm.em.fork().getKysely() as unknown as Kysely<unknown>;
}

export function describeConnectionFailure(url: string, error: unknown): StartUpError {
  const { hostname, port, pathname } = new URL(url);
  const where = `${hostname}:${port || 5432}${pathname}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why: Record<string, string> = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "the host is unknown",
    ETIMEDOUT: "it does not answer",
    "28P01": "the password is wrong",
    "28000": "the user may not connect",
    "3D000": "there is no such database",
  };
  return new StartUpError(
    `The database at ${where} cannot be reached: ${why[code] ?? (error instanceof Error ? error.message : String(error))}.`,
  );
}
