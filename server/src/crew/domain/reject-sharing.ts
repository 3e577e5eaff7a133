import { rejectionsOf } from "../../shared/rejection.ts";

export const sharingRejections = {
  SESSION_NOT_OPEN: "This count is not open.",
  NOBODY_ASSIGNED: "Name the people who count first.",
} as const;
export type SharingRejectionReason = keyof typeof sharingRejections;
const reject = rejectionsOf<SharingRejectionReason>(sharingRejections);

export function rejectSharing(
  mayCount: boolean,
  assignees: number,
): ReturnType<typeof reject> | null {
  if (!mayCount) return reject("SESSION_NOT_OPEN");
  return assignees === 0 ? reject("NOBODY_ASSIGNED") : null;
}
