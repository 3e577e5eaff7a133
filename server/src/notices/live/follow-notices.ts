import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { RungFeed } from "../../database/rung-feed.ts";
import { Refusal } from "../../shared/refusal.ts";
import { noticeTopic, type NoticeRow } from "../domain/notice.ts";
import { readNoticeHead, readNoticesAfter } from "../queries/list-notices.ts";

const noticesPerFrame = 100;

export interface NoticesFrame {
  notices: NoticeRow[];
  /** The last sequence that was read. */
  position: number;
}

/** Every notice of a warehouse from a position on; the first frame comes at once and tells where it stands. */
export async function followNotices(
  db: Db,
  doorbell: Doorbell,
  warehouseId: number,
  after: number | null,
): Promise<AsyncIterableIterator<NoticesFrame>> {
  const { last } = await readNoticeHead(db, warehouseId, "");
  if (after !== null && after > last)
    throw new Refusal(
      "BAD_USER_INPUT",
      "This cursor is ahead of the notices: begin again without one.",
    );
  return new NoticesFollower(db, doorbell, warehouseId, after ?? last);
}

class NoticesFollower extends RungFeed<NoticesFrame> {
  #isFirst = true;

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly warehouseId: number,
    private position: number,
  ) {
    super(doorbell, noticeTopic(warehouseId));
  }

  protected async look(): Promise<NoticesFrame | null> {
    const { db, warehouseId } = this;
    const notices = await readNoticesAfter(db, warehouseId, this.position, noticesPerFrame);
    this.position = notices.at(-1)?.sequence ?? this.position;
    const isDue = notices.length > 0 || this.#isFirst;
    this.#isFirst = false;
    return isDue ? { notices, position: this.position } : null;
  }
}
