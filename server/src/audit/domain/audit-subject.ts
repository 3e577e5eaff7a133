/** What decisions are about, for whoever looks for them. */
export const auditSubjects = [
  "COUNT",
  "APPROVAL",
  "POSTING",
  "SETTING",
  "PEOPLE",
  "DEVICE",
  "OTHER",
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

const kindsBySubject: Record<Exclude<AuditSubject, "OTHER">, readonly string[]> = {
  COUNT: [
    "SESSION_STARTED",
    "SESSION_UPDATED",
    "SESSION_SUBMITTED",
    "SESSION_REOPENED",
    "SESSION_RESET",
    "SESSION_CLOSED",
    "SESSION_CANCELLED",
    "OBSERVATION_MATCHED",
    "OBSERVATION_DISMISSED",
    "DISPUTE_RESOLVED",
    "RECOUNT_ASKED",
    "ROUND_CHOSEN",
    "CLAIM_TAKEN_OVER",
    "CLAIM_FORCE_RELEASED",
    "WORK_SHARED_OUT",
  ],
  APPROVAL: ["LINES_APPROVED", "LINES_REJECTED", "APPROVAL_LOST"],
  POSTING: ["POSTING_MADE", "POSTING_REVERSED"],
  SETTING: [
    "OPTION_SAVED",
    "TOLERANCE_SET_SAVED",
    "APPROVER_LIMIT_SAVED",
    "VARIANCE_REASON_SAVED",
    "VARIANCE_REASONS_ORDERED",
  ],
  PEOPLE: [
    "USER_UPDATED",
    "INVITATION_MADE",
    "INVITATION_REVOKED",
    "INVITATION_ACCEPTED",
    "API_KEY_CREATED",
    "API_KEY_REVOKED",
  ],
  DEVICE: ["DEVICE_EXCLUDED", "DEVICE_FORGOTTEN"],
};

const subjectByKind = new Map(
  Object.entries(kindsBySubject).flatMap(([subject, kinds]) =>
    kinds.map((kind) => [kind, subject as AuditSubject] as const),
  ),
);

/** Kinds that nobody has sorted are not lost: they are about something else. */
export function subjectOf(kind: string): AuditSubject {
  return subjectByKind.get(kind) ?? "OTHER";
}

export const sortedKinds: readonly string[] = [...subjectByKind.keys()];

export function kindsOf(subjects: readonly AuditSubject[]): string[] {
  return subjects.flatMap((subject) => (subject === "OTHER" ? [] : kindsBySubject[subject]));
}
