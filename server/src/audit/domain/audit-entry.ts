/** Decisions that are of the company and not of one warehouse. */
export const companyChain = 0;

/** Something that a person has decided, as it goes into the chain. */
export interface DecisionMade {
  kind: string;
  actorId: string | null;
  now: Date;
  sessionId: number | null;
  details: Readonly<Record<string, unknown>> | null;
}

/** An entry of the chain as it is kept. */
export interface AuditEntryRow {
  warehouseId: number;
  sequence: number;
  kind: string;
  actorId: string | null;
  happenedAt: Date;
  sessionId: number | null;
  body: string;
  hash: string;
}

export interface BrokenLink {
  /** What stands in a row that is not what was sealed, is not there, or is in another's place. */
  kind: "DECISION" | "MOVE" | "SEAL" | "HEAD" | "POSTING";
  position: number;
}
