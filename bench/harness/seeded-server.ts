import { builtClient } from "../../tools/products/build-client.ts";
import { buildProducts } from "../../tools/products/build-products.ts";
import { loadServerModule } from "../../tools/server-modules.ts";
import { type DemoAccount, launchServer } from "../../tools/server-process.ts";
import { benchDatabase, type BenchDatabase } from "./bench-database.ts";
import type { BenchScope } from "./figure.ts";

export interface SeededServer {
  url: string;
  databaseUrl: string;
  administrator: DemoAccount;
}

/** The built server with the demonstration's data, on the PostgreSQL that `npm start` would run. */
export async function seededServer(scope: BenchScope): Promise<SeededServer> {
  const { server, seeded } = await launch(scope, await (await benchDatabase(scope)).create());
  scope.defer(() => server.stop());
  return seeded;
}

/** The same with a warehouse LARGE beside the demonstration's own: 100,000 quants and their moves. */
export async function largeServer(
  scope: BenchScope,
  { moveCount = 200_000 }: { moveCount?: number } = {},
): Promise<SeededServer> {
  const seeded = await seededServer(scope);
  scope.tell("filling a large warehouse");
  const { main } = await loadServerModule("demonstration/seed-large-warehouse.ts");
  await main({ url: seeded.databaseUrl, moveCount, print: () => {} });
  return seeded;
}

/** One more server on the same database. */
export async function anotherServer(
  scope: BenchScope,
  { databaseUrl }: SeededServer,
  environment: Record<string, string> = {},
): Promise<SeededServer> {
  const { server, seeded } = await launch(scope, databaseUrl, environment);
  scope.defer(() => server.stop());
  return seeded;
}

/** A database as the first start leaves it, with nobody connected. */
export async function seededDatabase(scope: BenchScope, database: BenchDatabase): Promise<string> {
  const { server, seeded } = await launch(scope, await database.create());
  await server.stop();
  return seeded.databaseUrl;
}

async function launch(
  scope: BenchScope,
  databaseUrl: string,
  environment: Record<string, string> = {},
) {
  await buildProducts(scope.tell);
  scope.tell("filling the demonstration");
  const server = await launchServer({
    environment: {
      DATABASE_URL: databaseUrl,
      PORT: "0",
      TALLYROOM_LOG: "warn",
      TALLYROOM_CLIENT: builtClient,
      TALLYROOM_SECRET: "0123456789abcdef".repeat(4),
      ...environment,
    },
    onOutput: (stream) => stream?.resume(),
  });
  const administrator = server.demoAccounts.find(({ role }) => /admin/i.test(role));
  if (!administrator) throw new Error("The demonstration has no administrator.");
  return { server, seeded: { url: server.url, databaseUrl, administrator } };
}
