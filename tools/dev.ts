import { spawn } from "node:child_process";
import { prefixLines, sayAs } from "./dev/prefixed-output.ts";
import { watchServer } from "./dev/watched-server.ts";
import { clientFolder, viteProgram } from "./products/build-client.ts";
import { runTask } from "./run-task.ts";
import { openDatabase } from "./start/open-database.ts";
import { requireFreePort } from "./start/port-check.ts";
import { readStartSettings, serverEnvironment } from "./start/settings.ts";
import { listenForStop } from "./start/stop-request.ts";

/** The server and the web client, each rebuilt as its sources change, on the database of `npm start`. */
await runTask(async () => {
  const stop = listenForStop();
  const settings = readStartSettings();
  const report = (text: string) => sayAs("database", text);
  const database = await openDatabase({ ...settings, whenRunning: "refuse", report });
  try {
    await requireFreePort(settings.host, settings.port);
    const server = await watchServer(serverEnvironment(settings, database.url));
    const client = spawn(process.execPath, [viteProgram(), "dev", "--clearScreen", "false"], {
      cwd: clientFolder,
      env: { ...process.env, TALLYROOM_API: `http://127.0.0.1:${settings.port}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    prefixLines(client.stdout, "client");
    prefixLines(client.stderr, "client");
    const clientEnded = new Promise((resolve) => client.once("close", resolve));
    await Promise.race([stop.requested, clientEnded]);
    client.kill("SIGTERM");
    await Promise.all([server.stop(), clientEnded]);
  } finally {
    await database.stop();
  }
});
