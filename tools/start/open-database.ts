import {
  type EmbeddedDatabase,
  makeDataFolder,
  openEmbeddedDatabase,
} from "../embedded-database.ts";

export interface OpenDatabaseOptions {
  dataFolder: string;
  databaseUrl: string | undefined;
  whenRunning: "refuse" | "join";
  report?: (text: string) => void;
}

/** The user's own PostgreSQL where an address is given, the embedded one otherwise. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<EmbeddedDatabase> {
  if (!options.databaseUrl) return openEmbeddedDatabase(options);
  makeDataFolder(options.dataFolder);
  return { url: options.databaseUrl, exited: new Promise(() => {}), stop: async () => {} };
}
