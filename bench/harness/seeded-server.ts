import { buildProducts } from "../../tools/products/build-products.ts";
import { type DemoAccount, launchServer } from "../../tools/server-process.ts";
import { benchDatabase } from "./bench-database.ts";
import type { BenchScope } from "./figure.ts";

export interface SeededServer {
  url: string;
  databaseUrl: string;
  administrator: DemoAccount;
}

/** The built server with the demonstration's data, on the PostgreSQL that `npm start` would run. */
export async function seededServer(scope: BenchScope): Promise<SeededServer> {
  await buildProducts(scope.tell);
  const databaseUrl = await (await benchDatabase(scope)).create();
  const server = await launchServer({
    environment: {
      DATABASE_URL: databaseUrl,
      PORT: "0",
      TALLYROOM_LOG: "warn",
      TALLYROOM_SECRET: "0123456789abcdef".repeat(4),
    },
    onOutput: (stream) => stream?.resume(),
  });
  scope.defer(() => server.stop());
  const administrator = server.demoAccounts.find(({ role }) => /admin/i.test(role));
  if (!administrator) throw new Error("The demonstration has no administrator.");
  return { url: server.url, databaseUrl, administrator };
}
