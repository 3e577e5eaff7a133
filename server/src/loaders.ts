import type DataLoader from "dataloader";
import { createItemCountLoader } from "./catalogue/queries/item-count.loader.ts";
import { createItemLoader } from "./catalogue/queries/item.loader.ts";
import { createLocationLoader } from "./catalogue/queries/location.loader.ts";
import { createLotLoader } from "./catalogue/queries/lot.loader.ts";
import { createAssigneesLoader, type AssigneesKey } from "./counting/queries/assignees.loader.ts";
import {
  createExplanationLoader,
  type Explanation,
} from "./counting/queries/explanation.loader.ts";
import type { FoldedLine } from "./counting/domain/fold-line.ts";
import {
  createEarlierCountsLoader,
  type EarlierCountRow,
} from "./counting/queries/earlier-counts.loader.ts";
import {
  createSessionFiguresLoader,
  type SessionFiguresKey,
  type SessionFiguresRow,
} from "./counting/queries/session-figures.loader.ts";
import {
  createCountersOnlineLoader,
  type CountersKey,
  type CountersOnline,
} from "./crew/queries/counters-online.loader.ts";
import { createLooksLoader, type LooksKey } from "./counting/queries/looks.loader.ts";
import { createLineLoader, type LineKey } from "./counting/queries/line.loader.ts";
import type { LineRow } from "./counting/domain/rows.ts";
import {
  createPiecesLoader,
  type PieceRow,
  type PiecesKey,
} from "./counting/queries/pieces.loader.ts";
import { createTemplatesLoader } from "./counting/queries/templates.loader.ts";
import type { TemplateRow } from "./counting/domain/count-template.ts";
import type { Db } from "./database/db.ts";
import type { PostingRow } from "./posting/domain/rows.ts";
import {
  createLinePostingLoader,
  createPostingLoader,
  createReversalsLoader,
  type PostingKey,
} from "./posting/queries/posting.loader.ts";
import {
  createCloseOffLoader,
  createHoldLoader,
} from "./restrictions/queries/restriction.loaders.ts";
import type { QuantRow } from "./stock/domain/rows.ts";
import { createInvestigationsLoader } from "./review/queries/investigations.loader.ts";
import { createLinePhotosLoader } from "./review/queries/line-photos.loader.ts";
import { createObservationPhotosLoader } from "./review/queries/observation-photos.loader.ts";
import { createLineApprovalLoader } from "./review/queries/line-approval.loader.ts";
import type { LineApprovalRow } from "./review/domain/approval.ts";
import type { InvestigationRow } from "./review/domain/investigation.ts";
import { createRoundsLoader, type RoundRow } from "./review/queries/rounds.loader.ts";
import {
  createToleranceVerdictLoader,
  type ToleranceVerdict,
  type VerdictKey,
} from "./review/queries/tolerance-verdict.loader.ts";
import { createOnHandLoader, type OnHandKey } from "./stock/queries/on-hand.loader.ts";
import { createQuantLoader, type QuantKey } from "./stock/queries/quant.loader.ts";
import {
  createQuantityAfterLoader,
  type QuantityAfterKey,
} from "./stock/queries/quantity-after.loader.ts";
import {
  createSerialUnitsLoader,
  type SerialUnitRow,
} from "./stock/queries/serial-units.loader.ts";

/** What many rows of one answer point to or sum up, gathered per request. */
export interface Loaders {
  item: ReturnType<typeof createItemLoader>;
  location: ReturnType<typeof createLocationLoader>;
  lot: ReturnType<typeof createLotLoader>;
  itemCount: DataLoader<number, number>;
  assignees: DataLoader<AssigneesKey, string[], string>;
  looks: DataLoader<LooksKey, FoldedLine | null, string>;
  line: DataLoader<LineKey, LineRow | null, string>;
  earlierCounts: DataLoader<LineKey, EarlierCountRow[], string>;
  sessionFigures: DataLoader<SessionFiguresKey, SessionFiguresRow, string>;
  countersOnline: DataLoader<CountersKey, CountersOnline, string>;
  explanation: DataLoader<LineKey, Explanation | null, string>;
  countTemplate: DataLoader<number, TemplateRow | null>;
  investigations: DataLoader<VerdictKey, InvestigationRow[], string>;
  linePhotos: ReturnType<typeof createLinePhotosLoader>;
  observationPhotos: ReturnType<typeof createObservationPhotosLoader>;
  rounds: DataLoader<VerdictKey, RoundRow[], string>;
  lineApproval: DataLoader<VerdictKey, LineApprovalRow | null, string>;
  toleranceVerdict: DataLoader<VerdictKey, ToleranceVerdict | null, string>;
  pieces: DataLoader<PiecesKey, PieceRow[], string>;
  posting: DataLoader<PostingKey, PostingRow | null, string>;
  postingOfLine: DataLoader<PostingKey, PostingRow | null, string>;
  closeOff: ReturnType<typeof createCloseOffLoader>;
  hold: ReturnType<typeof createHoldLoader>;
  reversals: DataLoader<PostingKey, PostingRow[], string>;
  onHand: DataLoader<OnHandKey, string, string>;
  quant: DataLoader<QuantKey, QuantRow | null, string>;
  quantityAfter: DataLoader<QuantityAfterKey, string, string>;
  serialUnits: DataLoader<{ warehouseId: number; quantId: number }, SerialUnitRow[], string>;
  serialUnitsOfMove: DataLoader<{ warehouseId: number; moveId: number }, SerialUnitRow[], string>;
}

export function createLoaders(db: Db, now: Date): Loaders {
  const line = createLineLoader(db);
  return {
    item: createItemLoader(db),
    location: createLocationLoader(db),
    lot: createLotLoader(db),
    itemCount: createItemCountLoader(db),
    assignees: createAssigneesLoader(db),
    line,
    looks: createLooksLoader(db),
    earlierCounts: createEarlierCountsLoader(db),
    sessionFigures: createSessionFiguresLoader(db),
    countersOnline: createCountersOnlineLoader(db, now),
    explanation: createExplanationLoader(db, line),
    countTemplate: createTemplatesLoader(db),
    investigations: createInvestigationsLoader(db),
    linePhotos: createLinePhotosLoader(db),
    observationPhotos: createObservationPhotosLoader(db),
    rounds: createRoundsLoader(db),
    lineApproval: createLineApprovalLoader(db),
    toleranceVerdict: createToleranceVerdictLoader(db),
    pieces: createPiecesLoader(db),
    posting: createPostingLoader(db),
    postingOfLine: createLinePostingLoader(db),
    closeOff: createCloseOffLoader(db),
    hold: createHoldLoader(db),
    reversals: createReversalsLoader(db),
    onHand: createOnHandLoader(db),
    quant: createQuantLoader(db),
    quantityAfter: createQuantityAfterLoader(db),
    ...createSerialUnitsLoader(db),
  };
}
