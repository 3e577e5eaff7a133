import type { CountOptions } from "./kept-task.ts";

/** For tests: the options of a count in which nobody has changed any. */
export const scriptedOptions: CountOptions = {
  splitsUnits: true,
  hasSecondSerials: false,
  allowsZero: true,
  loadsSerials: true,
  keepsItem: false,
  suggestsItems: true,
  keepsPlace: true,
  keepsUnit: true,
  locksPlace: false,
  wantsProofOfPlace: false,
};
