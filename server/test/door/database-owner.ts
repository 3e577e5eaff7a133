import pg from "pg";

/** A connection behind the curtain: to look, and to break something on purpose. */
export async function ownerOf(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
