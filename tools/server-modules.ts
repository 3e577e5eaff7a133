import path from "node:path";
import { projectRoot } from "./server-process.ts";

/** The parts of the server that tasks and benches call in their own process. */
interface ServerModules {
  "counting/storage/expectation.ts": {
    expectationsOf(lines: Sql, counted: Record<CountedColumn, Sql>): Sql;
  };
  "database/connect.ts": {
    connect(options: { url: string; poolSize: number; role: string | null }): Promise<Connection>;
    dbOf(connection: Connection): Database;
  };
  "database/db.ts": {
    sql(parts: TemplateStringsArray, ...values: unknown[]): Sql;
    firstRowOf<Row>(database: Database, statement: Sql): Promise<Row | null>;
  };
  "database/migrate.ts": {
    migrate(owner: Connection): Promise<number>;
  };
  "demonstration/drive-demo.ts": {
    main(options: {
      url: string;
      workers: number;
      seconds: number;
      signal: AbortSignal;
    }): Promise<unknown>;
  };
  "demonstration/seed-large-warehouse.ts": {
    main(given: {
      url: string;
      quantCount?: number;
      moveCount?: number;
      print?: (line: string) => void;
    }): Promise<unknown>;
  };
}

type CountedColumn = "first" | "last" | "gapAfter" | "gapUntil";
/** Opaque here: made by one part of the server for another. */
interface Sql {
  toOperationNode(): unknown;
}
interface Database {
  isTransaction: boolean;
}

interface Connection {
  close(): Promise<void>;
}

/**
 * Loads a part of the server. Its decorated classes have a tsconfig of their own, so the compiler
 * must not follow it from here: this table says what is relied upon.
 */
export function loadServerModule<Name extends keyof ServerModules>(
  name: Name,
): Promise<ServerModules[Name]> {
  return import(path.join(projectRoot, "server", "src", name)) as Promise<ServerModules[Name]>;
}

/** Brings a database up to the schema of this checkout. */
export async function migrateDatabase(url: string): Promise<void> {
  const { connect } = await loadServerModule("database/connect.ts");
  const { migrate } = await loadServerModule("database/migrate.ts");
  const owner = await connect({ url, poolSize: 2, role: null });
  try {
    await migrate(owner);
  } finally {
    await owner.close();
  }
}
