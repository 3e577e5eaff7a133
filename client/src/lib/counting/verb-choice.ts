import type { CountSession } from "./count-session.ts";

export type Verb = "start" | "submit" | "reopen" | "close" | "reset" | "cancel";

interface Rights {
  mayCount: boolean;
  mayPlan: boolean;
}

/** What can be done with a count as it stands, by who looks; the first is the most likely. */
export function verbsFor(
  { status, isSubmitted }: Pick<CountSession, "status" | "isSubmitted">,
  { mayCount, mayPlan }: Rights,
): Verb[] {
  const planned = (...verbs: Verb[]) => (mayPlan ? verbs : []);
  switch (status) {
    case "DRAFT":
      return planned("start", "cancel");
    case "OPEN":
      if (isSubmitted) return planned("close", "reopen", "cancel");
      return [
        ...planned("close"),
        ...(mayCount ? ["submit" as const] : []),
        ...planned("reset", "cancel"),
      ];
    case "PENDING_APPROVAL":
      return planned("reopen", "close", "cancel");
    case "PARTIAL":
      return planned("close");
    case "POSTED":
    case "CANCELLED":
      return [];
  }
  status satisfies never;
}

export const verbLabels: Record<Verb, string> = {
  start: "Start counting",
  submit: "Submit",
  reopen: "Reopen",
  close: "Close counting",
  reset: "Reset count",
  cancel: "Cancel count",
};
