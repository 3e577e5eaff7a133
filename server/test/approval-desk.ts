import type { SessionRow } from "../src/counting/domain/rows.ts";
import { rowsOf, sql } from "../src/database/db.ts";
import type { LineChoice } from "../src/posting/domain/choice.ts";
import { approveLines, type ApprovalOutcome } from "../src/review/commands/approve-lines.ts";
import { rejectLines, type LinesRejectedOutcome } from "../src/review/commands/reject-lines.ts";
import {
  previewApproval,
  type ApprovalPreviewRow,
} from "../src/review/queries/approval-preview.ts";
import { createLineApprovalLoader } from "../src/review/queries/line-approval.loader.ts";
import type { LineApprovalRow } from "../src/review/domain/approval.ts";
import { at } from "./counted-warehouse.ts";
import type { PostingFloor } from "./posting-floor.ts";
import { silentDoorbell } from "./silent-doorbell.ts";

type Session = Pick<SessionRow, "warehouseId" | "id">;

interface Asked {
  choice?: LineChoice;
  actorId?: string;
  now?: Date;
}

/** Where counts are approved: by petra, unless it is said by whom. */
export class ApprovalDesk {
  readonly #floor: PostingFloor;

  constructor(floor: PostingFloor) {
    this.#floor = floor;
  }

  #asked({ warehouseId, id: sessionId }: Session, { choice, actorId, now }: Asked) {
    return {
      ...{ warehouseId, sessionId, actorId: actorId ?? "petra", now: now ?? at(59) },
      choice: choice ?? { kind: "ALL" as const },
    };
  }

  async preview(session: Session, asked: Asked = {}): Promise<ApprovalPreviewRow> {
    const preview = await previewApproval(this.#floor.database.db, this.#asked(session, asked));
    if ("rejection" in preview) throw new Error(preview.rejection.message);
    return preview;
  }

  approveWith(session: Session, numbersDigest: string, asked: Asked = {}) {
    const { orm } = this.#floor.database;
    return approveLines(orm.em, silentDoorbell, { ...this.#asked(session, asked), numbersDigest });
  }

  /** What was previewed is approved at once. */
  async approve(session: Session, asked: Asked = {}): Promise<ApprovalOutcome> {
    const { plan } = await this.preview(session, asked);
    return this.approveWith(session, plan.digest, asked);
  }

  reject(session: Session, reason: string, asked: Asked = {}): Promise<LinesRejectedOutcome> {
    const { orm } = this.#floor.database;
    return rejectLines(orm.em, silentDoorbell, { ...this.#asked(session, asked), reason });
  }

  approvalOf({ warehouseId }: Session, lineId: number): Promise<LineApprovalRow | null> {
    return createLineApprovalLoader(this.#floor.database.db).load({ warehouseId, lineId });
  }

  /** What happened to approvals in a count, in its order. */
  async eventsOf({ id }: Session): Promise<string[]> {
    const rows = await rowsOf<{ text: string }>(
      this.#floor.database.db,
      sql`select concat_ws(' ', kind, details ->> 'because') as text from session_event
          where session_id = ${id} and kind in ('LINES_APPROVED', 'LINES_REJECTED', 'APPROVAL_LOST')
          order by sequence`,
    );
    return rows.map(({ text }) => text);
  }
}
