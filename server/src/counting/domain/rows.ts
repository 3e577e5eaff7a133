import type { CountScope } from "./count-scope.ts";
import type { Options } from "./options.ts";
import type { RecountStatus } from "./settle-rounds.ts";
import type { CountType, LineOrigin, LineState, SessionStatus } from "./words.ts";

/** What the reads of counts return: columns under the names the API uses. */
export interface SessionRow {
  warehouseId: number;
  id: number;
  number: number;
  title: string;
  status: SessionStatus;
  isSubmitted: boolean;
  countType: CountType;
  scope: CountScope;
  isBlind: boolean;
  /** Null until the count starts. */
  options: Options | null;
  deadlineAt: Date | null;
  notes: string | null;
  reference: string | null;
  templateId: number | null;
  /** As it was called when the count was made from it. */
  templateName: string | null;
  createdById: string;
  createdAt: Date;
  startedAt: Date | null;
  submittedAt: Date | null;
  submittedById: string | null;
  completedAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  generation: number;
  ledgerPosition: number | null;
  epoch: string;
  sequence: number;
  /** How many of its events are kept from the blind. */
  hiddenEvents: number;
  /** How many of its first events are no longer kept. */
  eventsPruned: number;
  linesTotal: number;
  linesCounted: number;
  linesSkipped: number;
  linesNotAccessible: number;
  linesDifferent: number;
  /** Lines that were asked for again: they have more than one round. */
  linesRecounted: number;
  /** How many approvals of its lines hold. */
  approvalsStanding: number;
}

/** A line as its latest round has it, for those who may not know the rounds before. */
export interface LineInRound {
  state: LineState;
  quantityCounted: string | null;
  windowFirstAt: string | null;
  windowLastAt: string | null;
  quantityExpected: string | null;
  quantityVariance: string | null;
  isMovedDuringCount: boolean;
  isTimeUncertain: boolean;
  isDisputed: boolean;
  counterIds: string[];
  serials: string[];
  /** Who was asked; null where anybody may. */
  assigneeId: string | null;
  /** Who counted it in the rounds before. */
  countedBefore: string[];
}

/** What is shown of a line, to whoever may see it. */
export interface ShownLineRow {
  warehouseId: number;
  id: number;
  sessionId: number;
  lineNumber: number;
  origin: LineOrigin;
  itemId: number;
  locationId: number;
  lotId: number | null;
  quantitySnapshot: string;
  chosenBecause: Record<string, unknown> | null;
  state: LineState;
  quantityCounted: string | null;
  windowFirstAt: Date | null;
  windowLastAt: Date | null;
  quantityExpected: string | null;
  quantityVariance: string | null;
  valueVariance: string | null;
  isMovedDuringCount: boolean;
  isTimeUncertain: boolean;
  isDisputed: boolean;
  counterIds: string[];
  version: number;
  /** How many of its changes are kept from the blind. */
  reevaluations: number;
  /** The latest that was asked for. */
  round: number;
  recountStatus: RecountStatus | null;
  /** What the latest round alone has come to; null for a line of one round. */
  inRound: LineInRound | null;
}

export interface LineRow extends ShownLineRow {
  stockStatus: string;
  ledgerPosition: number;
  snapshotAt: Date;
  unitCost: string | null;
  currency: string;
}
