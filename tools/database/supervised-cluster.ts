import { type Cluster, type ClusterPlace, type Settings, startCluster } from "./cluster.ts";

/** One that ends so soon after its start would only end again. */
const SHORTEST_LIFE_MS = 2_000;

/**
 * Starts a cluster again, at the same address, when it ends without being asked: the server only
 * sees its connections break and returns to work by itself.
 */
export async function startSupervisedCluster(
  place: ClusterPlace,
  settings: Settings,
  report: (text: string) => void,
): Promise<Cluster> {
  const first = await startCluster(place, settings);
  let current = first;
  let isStopping = false;
  const givenUp = Promise.withResolvers<void>();

  const watch = async () => {
    for (;;) {
      const startedAt = performance.now();
      await current.exited;
      if (isStopping) return;
      if (performance.now() - startedAt < SHORTEST_LIFE_MS) return givenUp.resolve();
      report("The embedded PostgreSQL ended by itself; starting it again");
      try {
        current = await startCluster({ ...place, port: first.port }, settings);
      } catch {
        return givenUp.resolve();
      }
      if (isStopping) await current.stop();
    }
  };
  void watch();

  const stop = async () => {
    isStopping = true;
    await current.stop();
  };
  return { ...first, exited: givenUp.promise, stop };
}
