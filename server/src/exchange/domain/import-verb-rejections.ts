import { rejectionsOf } from "../../shared/rejection.ts";

/** Why a file is not checked, in the order in which the reasons are looked for. */
export const checkImportRejections = {
  NOT_ALLOWED: "Your role may not import these: ask somebody who may.",
  COMMITTED: "This file has been imported already.",
  FILE_UNREADABLE: "The file cannot be read in this way.",
  MAPPING_INCOMPLETE: "The mapping is not complete.",
} as const;
export type CheckImportRejectionReason = keyof typeof checkImportRejections;
export const rejectCheck = rejectionsOf<CheckImportRejectionReason>(checkImportRejections);

/** Why a file is not committed, in the order in which the reasons are looked for. */
export const commitImportRejections = {
  NOT_ALLOWED: "Your role may not import these: ask somebody who may.",
  NOT_CHECKED: "Nobody has seen what it would do: run the check first.",
  NOTHING_READY: "No row of it is ready: mend the file, or the mapping.",
} as const;
export type CommitImportRejectionReason = keyof typeof commitImportRejections;
export const rejectCommit = rejectionsOf<CommitImportRejectionReason>(commitImportRejections);
