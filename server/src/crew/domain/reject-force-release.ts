import { rejectionsOf } from "../../shared/rejection.ts";

export const forceReleaseRejections = {
  REASON_MISSING: "Say why the place is freed.",
} as const;
export type ForceReleaseRejectionReason = keyof typeof forceReleaseRejections;
const reject = rejectionsOf<ForceReleaseRejectionReason>(forceReleaseRejections);

export function rejectForceRelease(reason: string): ReturnType<typeof reject> | null {
  return reason.trim() === "" ? reject("REASON_MISSING") : null;
}
