import type { TestProject } from "vitest/node";
import type { Cluster } from "../database/cluster.ts";
import { startThrowawayDatabase } from "./throwaway-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL for this test run, as superuser; each test file makes databases of its own in it. */
    postgresUrl: string;
    /** How long a test under load keeps it up; the long form of a suite sets FULL_LENGTH_SECONDS. */
    loadSeconds: number;
    /** How many runs of a test with chance in it; the long form sets FULL_LENGTH_SEEDS. */
    seeds: number;
    /** How many drawn interleavings of posting with all else; `npm run test:races` asks for 1,000. */
    interleavings: number;
  }
}

interface Shared {
  users: number;
  cluster: Promise<Cluster>;
}

// Every project that needs a database loads this file anew: the one cluster hangs on the process.
const held = globalThis as { tallyroomTestCluster?: Shared };

export default async function provideDatabase(project: TestProject) {
  const shared = (held.tallyroomTestCluster ??= { users: 0, cluster: startThrowawayDatabase() });
  shared.users += 1;
  project.provide("loadSeconds", Number(process.env["FULL_LENGTH_SECONDS"] ?? 6));
  project.provide("seeds", Number(process.env["FULL_LENGTH_SEEDS"] ?? 2));
  project.provide("interleavings", Number(process.env["FULL_LENGTH_INTERLEAVINGS"] ?? 75));
  project.provide("postgresUrl", (await shared.cluster).url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete held.tallyroomTestCluster;
    await (await shared.cluster).stop();
  };
}
