import { buildProducts } from "./products/build-products.ts";
import { noteRunningInstance } from "./database/running-instance.ts";
import type { EmbeddedDatabase } from "./embedded-database.ts";
import { type ProgressClock, startClock } from "./progress-clock.ts";
import { Refusal, runTask } from "./run-task.ts";
import { type DemoAccount, launchServer, type ServerProcess } from "./server-process.ts";
import { openDatabase } from "./start/open-database.ts";
import { requireFreePort } from "./start/port-check.ts";
import { readStartSettings, serverEnvironment, type StartSettings } from "./start/settings.ts";
import { listenForStop, type StopRequest } from "./start/stop-request.ts";

await runTask(async () => {
  const stop = listenForStop();
  const clock = startClock();
  const settings = readStartSettings();
  await buildProducts(clock.report);
  if (stop.signal.aborted) return;
  const database = await openDatabase({ ...settings, whenRunning: "refuse", report: clock.report });
  try {
    await requireFreePort(settings.host, settings.port);
    if (!stop.signal.aborted) await serve(settings, database, clock, stop);
  } finally {
    await database.stop();
  }
  if (stop.signal.aborted) clock.report("Stopped");
});

async function serve(
  settings: StartSettings,
  database: EmbeddedDatabase,
  clock: ProgressClock,
  stop: StopRequest,
): Promise<void> {
  clock.report("Starting the server");
  const server = await launch(settings, database, clock, stop);
  if (!server) return;
  if (!settings.databaseUrl) noteRunningInstance(settings.dataFolder, { address: server.url });
  welcome(server, clock);
  const end = await Promise.race([
    stop.requested.then(() => "asked" as const),
    server.exited.then(() => "server" as const),
    database.exited.then(() => "database" as const),
  ]);
  if (end !== "server") {
    clock.report("Stopping");
    void stop.insisted.then(() => server.kill());
    await server.stop();
  }
  if (end !== "asked" && !stop.signal.aborted) throw new Refusal(`The ${end} ended by itself.`);
}

async function launch(
  settings: StartSettings,
  database: EmbeddedDatabase,
  clock: ProgressClock,
  stop: StopRequest,
): Promise<ServerProcess | undefined> {
  try {
    return await launchServer({
      environment: serverEnvironment(settings, database.url),
      onProgress: clock.report,
      onSpawned: (server) => {
        if (!settings.databaseUrl) noteRunningInstance(settings.dataFolder, { server });
      },
      signal: stop.signal,
    });
  } catch (error) {
    // Stopped while it was starting: that is no failure.
    if (stop.signal.aborted) return undefined;
    throw error;
  }
}

function welcome(server: ServerProcess, clock: ProgressClock): void {
  const lines = ["", `Tallyroom is ready after ${clock.elapsed()}:  ${server.url}`, ""];
  if (server.demoAccounts.length > 0) lines.push(...accountTable(server.demoAccounts), "");
  lines.push("Ctrl-C stops it.", "");
  process.stdout.write(lines.join("\n"));
}

function accountTable(accounts: DemoAccount[]): string[] {
  const header = ["role", "e-mail", "password", "name"];
  const rows = accounts.map(({ role, email, password, name }) => [role, email, password, name]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd();
  return ["Demonstration accounts:", "", ...[header, ...rows].map(line)];
}
