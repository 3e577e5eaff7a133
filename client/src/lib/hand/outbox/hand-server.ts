import type { Entry } from "../entries/entry.ts";
import type { ClaimRefusal, KeptClaim } from "../task/claim.ts";
import type { EntryRejection } from "../entries/entry.ts";

export type EntryAnswer =
  { kind: "SENT" | "QUARANTINED" } | { kind: "REJECTED"; rejection: EntryRejection };

export type ClaimAnswer =
  { state: "COUNT" | "VERIFY" } | { state: "REFUSED"; refusal: ClaimRefusal };

export interface Presence {
  sessionId: string;
  unsentCount: number;
  lastScanAt: string | null;
}

/** What the hand says to the server; throws a Problem when there is no answer. */
export interface HandServer {
  /** One answer for each entry, in their order. */
  record(sessionId: string, entries: readonly Entry[]): Promise<EntryAnswer[]>;
  claim(claim: KeptClaim): Promise<ClaimAnswer>;
  leave(claim: KeptClaim): Promise<void>;
  /** Answers with the server's clock less the device's, and when to report again. */
  report(presence: Presence): Promise<{ clockOffsetMs: number; heartbeatMs: number }>;
  /** Whose session the browser's cookie is; null when nobody's. */
  whoAsks(): Promise<string | null>;
}
