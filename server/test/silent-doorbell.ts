import type { Doorbell } from "../src/database/doorbell.ts";

/** For tests in which nobody listens. */
export const silentDoorbell: Doorbell = {
  ring: () => undefined,
  listen: () => () => undefined,
  close: () => Promise.resolve(),
};
