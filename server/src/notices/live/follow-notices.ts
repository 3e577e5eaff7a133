import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { followNumbers } from "../../database/numbered-feed.ts";
import { noticeTopic, type NoticeRow } from "../domain/notice.ts";
import { readNoticeHead, readNoticesAfter } from "../queries/list-notices.ts";

export interface NoticesFrame {
  notices: NoticeRow[];
  /** The last sequence that was read. */
  position: number;
}

/** Every notice of a warehouse from a position on. */
export function followNotices(
  db: Db,
  doorbell: Doorbell,
  warehouseId: number,
  after: number | null,
): Promise<AsyncIterableIterator<NoticesFrame>> {
  const numbered = {
    topic: noticeTopic(warehouseId),
    noun: "notices",
    readHead: async () => (await readNoticeHead(db, warehouseId, "")).last,
    readAfter: (position: number, most: number) =>
      readNoticesAfter(db, warehouseId, position, most),
    positionOf: ({ sequence }: NoticeRow) => sequence,
    frameOf: (notices: NoticeRow[], position: number) => ({ notices, position }),
  };
  return followNumbers(doorbell, numbered, after);
}
