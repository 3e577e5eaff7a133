/** A no that the user can act on, as a value. */
export interface Rejected<Reason extends string> {
  rejected: Reason;
}

export function isRejected<Reason extends string>(outcome: object): outcome is Rejected<Reason> {
  return "rejected" in outcome;
}
