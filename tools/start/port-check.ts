import { createServer } from "node:net";
import { Refusal } from "../run-task.ts";

/** A server that was just told to leave still holds its port for a moment. */
const PATIENCE_MS = 1_500;

/** Told before the database is filled, not after. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const obstacle = await tryToListen(host, port);
    if (!obstacle) return;
    if (obstacle.code !== "EADDRINUSE" || Date.now() > deadline) {
      throw new Refusal(explain(obstacle, host, port));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

function explain(obstacle: NodeJS.ErrnoException, host: string, port: number): string {
  if (obstacle.code === "EADDRINUSE") {
    return `Port ${port} is taken; stop what uses it, or set PORT to another number.`;
  }
  if (obstacle.code === "EACCES") {
    return `Port ${port} may not be opened by this user; set PORT to a number above 1023.`;
  }
  return `Tallyroom cannot listen on ${host}:${port}: ${obstacle.message}.`;
}
