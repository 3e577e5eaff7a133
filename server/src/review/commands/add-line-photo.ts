import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionOfLine } from "../../counting/storage/session-of-line.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  mediaTypeOf,
  rejectLinePhoto,
  type LinePhotoRejectionReason,
  type LinePhotoRow,
} from "../domain/line-photo.ts";
import { countOtherPhotos, insertLinePhoto } from "../storage/line-photos.ts";

export interface AddLinePhoto {
  warehouseId: number;
  lineId: number;
  image: Buffer;
  addedBy: string;
  now: Date;
}

/** Keeps what somebody saw; sent again, the same picture is the same photo. */
export function addLinePhoto(
  em: EntityManager,
  { warehouseId, lineId, image, addedBy, now }: AddLinePhoto,
): Promise<{ photo: LinePhotoRow } | { rejection: Rejection<LinePhotoRejectionReason> }> {
  return inTransaction(em, async ({ db }) => {
    const sessionId = await sessionOfLine(db, warehouseId, lineId);
    const { status } = await lockSession(db, warehouseId, sessionId);
    const photos = await countOtherPhotos(db, { warehouseId, lineId }, image);
    const rejection = rejectLinePhoto(image, { isCancelled: status === "CANCELLED", photos });
    if (rejection) return { rejection };
    const photo = await insertLinePhoto(db, {
      ...{ warehouseId, lineId, sessionId, image },
      mediaType: mediaTypeOf(image) as string,
      ...{ addedById: addedBy, addedAt: now },
    });
    return { photo };
  });
}
