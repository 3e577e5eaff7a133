import { createApp } from "./app.ts";
import { configFromEnvironment } from "./config.ts";
import { openServer } from "./open-server.ts";
import { StartUpError } from "./shared/start-up-error.ts";
import { startJobs } from "./start-jobs.ts";
import { startPlanning } from "./start-planning.ts";

/** Tells whoever started the process how far it is. */
function tell(message: object): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  const config = configFromEnvironment();
  const { server, close } = await openServer(
    config,
    () => new Date(),
    (text) => tell({ type: "progress", text }),
  );
  const app = await createApp(server);
  const url = await listen(app.fastify, config.host, config.port);
  const jobs = startJobs(server, app.fastify.log);
  const planning = startPlanning(server, app.fastify.log);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await planning.close();
    await jobs.close();
    await app.close();
    await close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  process.on("disconnect", () => void stop());
  tell({ type: "ready", url, demoAccounts: server.demoAccounts });
}

async function listen(
  fastify: Awaited<ReturnType<typeof createApp>>["fastify"],
  host: string,
  port: number,
): Promise<string> {
  try {
    const address = await fastify.listen({ host, port });
    return address.replace("127.0.0.1", "localhost").replace("0.0.0.0", "localhost");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE")
      throw new StartUpError(
        `Port ${port} is taken: stop what uses it, or choose another with PORT.`,
        { cause: error },
      );
    if (code === "EACCES")
      throw new StartUpError(
        `Port ${port} may not be used by this user: choose one above 1023 with PORT.`,
        { cause: error },
      );
    throw error;
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
