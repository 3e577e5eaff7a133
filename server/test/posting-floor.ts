import { firstRowOf, sql } from "../src/database/db.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { closeCountSession } from "../src/counting/commands/close-count-session.ts";
import { Decimal } from "../src/shared/exact-decimal.ts";
import { makePosting, type MadePosting } from "../src/posting/commands/make-posting.ts";
import { reversePosting, type ReversalOutcome } from "../src/posting/commands/reverse-posting.ts";
import type { LineChoice } from "../src/posting/domain/choice.ts";
import type { PostingRow } from "../src/posting/domain/rows.ts";
import type { PostingQuestion } from "../src/posting/domain/words.ts";
import { resolveChoice } from "../src/posting/storage/resolve-choice.ts";
import { previewPosting, type PostingPreviewRow } from "../src/posting/queries/posting-preview.ts";
import { at, CountedWarehouse } from "./counted-warehouse.ts";
import { silentDoorbell } from "./silent-doorbell.ts";
import type { TestDatabase } from "./test-database.ts";

interface Asked {
  choice?: LineChoice;
  accepted?: readonly PostingQuestion[];
  now?: Date;
  actorId?: string;
}

/** A counted warehouse whose counts become stock, told in the words of the desk. */
export class PostingFloor {
  readonly database: TestDatabase;
  readonly warehouse: CountedWarehouse;

  constructor(database: TestDatabase, warehouse: CountedWarehouse) {
    this.database = database;
    this.warehouse = warehouse;
  }

  /** Nobody has to approve, unless it is asked for. */
  static async open(database: TestDatabase, needsApproval = false): Promise<PostingFloor> {
    const warehouse = await CountedWarehouse.open(database);
    await sql`insert into option_value (code, value, changed_by, changed_at)
      values ('170', ${JSON.stringify(needsApproval)}::jsonb, 'ada', now())`.execute(
      database.ownerDb,
    );
    return new PostingFloor(database, warehouse);
  }

  #asked(session: Pick<SessionRow, "id">, { choice, accepted, now, actorId }: Asked) {
    return {
      warehouseId: this.warehouse.stocked.warehouseId,
      sessionId: session.id,
      actorId: actorId ?? "ines",
      now: now ?? at(59),
      choice: choice ?? { kind: "ALL" as const },
      accepted: accepted ?? [],
    };
  }

  async preview(session: Pick<SessionRow, "id">, asked: Asked = {}): Promise<PostingPreviewRow> {
    const preview = await previewPosting(this.database.db, this.#asked(session, asked));
    if ("rejection" in preview) throw new Error(preview.rejection.message);
    return preview;
  }

  /** As a request or a job does it, however many lines there are. */
  async tryPosting(
    session: Pick<SessionRow, "id">,
    digest: string,
    asked: Asked = {},
  ): Promise<MadePosting> {
    const input = this.#asked(session, asked);
    const resolved = await resolveChoice(this.database.db, input.choice, input);
    if ("rejection" in resolved) return { ...resolved, refused: [], refusals: [] };
    const { lineIds } = resolved;
    return makePosting(this.database.orm.em, silentDoorbell, { ...input, digest, lineIds });
  }

  /** What was previewed is posted at once. */
  async tryToPost(session: Pick<SessionRow, "id">, asked: Asked = {}): Promise<MadePosting> {
    const { digest } = await this.preview(session, asked);
    return this.tryPosting(session, digest, asked);
  }

  async post(session: Pick<SessionRow, "id">, asked: Asked = {}): Promise<PostingRow> {
    const outcome = await this.tryToPost(session, asked);
    if ("rejection" in outcome)
      throw new Error(`${outcome.rejection.message} ${JSON.stringify(outcome.refused)}`);
    return outcome.posting;
  }

  tryToReverse(
    posting: PostingRow,
    lineIds: number[] | null = null,
    reason = "a mistake",
  ): Promise<ReversalOutcome> {
    return reversePosting(this.database.orm.em, silentDoorbell, {
      warehouseId: posting.warehouseId,
      postingId: posting.id,
      lineIds,
      reason,
      actorId: "ines",
      now: at(59),
    });
  }

  async reverse(posting: PostingRow, lineIds: number[] | null = null): Promise<PostingRow> {
    const outcome = await this.tryToReverse(posting, lineIds);
    if ("rejection" in outcome) throw new Error(outcome.rejection.message);
    return outcome.posting;
  }

  async handIn(session: Pick<SessionRow, "id">): Promise<void> {
    const outcome = await closeCountSession(this.database.orm.em, silentDoorbell, {
      ...this.#asked(session, {}),
      notVisited: "LEAVE",
    });
    if ("rejection" in outcome) throw new Error(outcome.rejection.message);
  }

  async onHand(
    locationId = this.warehouse.place(0),
    itemId = this.warehouse.stocked.bulk,
  ): Promise<string> {
    const row = await firstRowOf<{ quantity: string }>(
      this.database.db,
      sql`select coalesce(sum(quantity_on_hand), 0) as quantity from quant
          where location_id = ${locationId} and item_id = ${itemId}`,
    );
    return new Decimal(row?.quantity ?? 0).toFixed();
  }

  async statusOf({ id }: Pick<SessionRow, "id">): Promise<string> {
    const row = await firstRowOf<{ status: string }>(
      this.database.db,
      sql`select status from count_session where id = ${id}`,
    );
    return row?.status ?? "";
  }

  /** Where a piece stands; null where in no stock. */
  async placeOf(serial: string): Promise<number | null> {
    const row = await firstRowOf<{ locationId: number | null }>(
      this.database.db,
      sql`select q.location_id as "locationId" from serial_unit u
          left join quant q on q.warehouse_id = u.warehouse_id and q.id = u.quant_id
          where u.serial = ${serial}`,
    );
    return row?.locationId ?? null;
  }
}
