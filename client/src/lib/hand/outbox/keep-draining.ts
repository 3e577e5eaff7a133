import type { Drained } from "./sender.ts";

/** Lets whoever waits go on. */
export class Wake {
  #waiting: { isPatient: boolean; go: () => void } | undefined;
  #isDue = false;

  /** Something new waits to be sent. While the server is not reached, that is no reason to hurry. */
  poke() {
    this.#isDue = true;
    if (!this.#waiting?.isPatient) this.#waiting?.go();
  }

  /** The network is back, or a person asks for it. */
  hurry() {
    this.#isDue = true;
    this.#waiting?.go();
  }

  /** For so many milliseconds, or, without any, until something is due. */
  async wait(ms: number | null, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const isPatient = ms !== null;
    if (isPatient || !this.#isDue)
      await new Promise<void>((resolve) => {
        const timer = isPatient ? setTimeout(resolve, ms) : undefined;
        const go = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#waiting = { isPatient, go };
        signal.addEventListener("abort", go, { once: true });
      });
    this.#waiting = undefined;
    this.#isDue = false;
  }
}

interface Draining {
  wake: Wake;
  signal: AbortSignal;
  onDrained: (drained: Drained) => void;
}

/** Drains whenever something waits, for as long as it is wanted. */
export async function keepDraining(
  drain: () => Promise<Drained>,
  { wake, signal, onDrained }: Draining,
): Promise<void> {
  while (!signal.aborted) {
    const drained = await drain();
    if (signal.aborted) return;
    onDrained(drained);
    await wake.wait(drained.kind === "LATER" ? drained.delayMs : null, signal);
  }
}
