import { jitteredDelayMs } from "./jittered-delay.ts";

/** Waits with full jitter, but no longer than until the device has a network again. */
export function waitToRetry(triesBefore: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, jitteredDelayMs(triesBefore));
    addEventListener("online", end);
  });
}
