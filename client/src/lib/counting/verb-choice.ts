import type { CountSession } from "./count-session.ts";

export type Verb =
  "start" | "submit" | "approve" | "post" | "reopen" | "close" | "reset" | "cancel";

interface Rights {
  mayCount: boolean;
  mayPlan: boolean;
  mayApprove: boolean;
  mayPost: boolean;
}

/** What can be done with a count as it stands, by who looks; the first is the most likely. */
export function verbsFor(
  { status, isSubmitted }: Pick<CountSession, "status" | "isSubmitted">,
  { mayCount, mayPlan, mayApprove, mayPost }: Rights,
): Verb[] {
  const planned = (...verbs: Verb[]) => (mayPlan ? verbs : []);
  const decided: Verb[] = [
    ...(mayApprove ? (["approve"] as const) : []),
    ...(mayPost ? (["post"] as const) : []),
  ];
  switch (status) {
    case "DRAFT":
      return planned("start", "cancel");
    case "OPEN":
      if (isSubmitted) return [...planned("close"), ...decided, ...planned("reopen", "cancel")];
      return [
        ...planned("close"),
        ...(mayCount ? ["submit" as const] : []),
        ...decided,
        ...planned("reset", "cancel"),
      ];
    case "PENDING_APPROVAL":
      return [...decided, ...planned("reopen", "close", "cancel")];
    case "PARTIAL":
      return [...decided.toReversed(), ...planned("close")];
    case "POSTED":
    case "CANCELLED":
      return [];
  }
  status satisfies never;
}

export const verbLabels: Record<Verb, string> = {
  start: "Start counting",
  submit: "Submit",
  approve: "Approve",
  post: "Post Receipts and Issues",
  reopen: "Reopen",
  close: "Close counting",
  reset: "Reset count",
  cancel: "Cancel count",
};
