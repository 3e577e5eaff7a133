/** From whoever may end a task: the terminal, a supervisor, or a parent that died. */
export interface StopRequest {
  signal: AbortSignal;
  requested: Promise<void>;
  /** The user asked again and does not want to wait. */
  insisted: Promise<void>;
}

/** A terminal sends Ctrl-C to every process, and npm passes it on: echoes of one key press. */
const ECHO_MS = 1_000;

export function listenForStop(): StopRequest {
  const controller = new AbortController();
  const requested = Promise.withResolvers<void>();
  const insisted = Promise.withResolvers<void>();
  let firstAt = 0;
  const stop = () => {
    if (!firstAt) {
      firstAt = performance.now();
      controller.abort();
      requested.resolve();
    } else if (performance.now() - firstAt > ECHO_MS) {
      insisted.resolve();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  process.channel?.unref();
  // A closed terminal must not turn the last words into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return { signal: controller.signal, requested: requested.promise, insisted: insisted.promise };
}
