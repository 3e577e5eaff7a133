import type { EntityManager } from "@mikro-orm/postgresql";
import { lockSession } from "../../counting/storage/session-row.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  mediaTypeOf,
  rejectLinePhoto,
  type LinePhotoRejectionReason,
} from "../domain/line-photo.ts";
import type { ObservationPhotoRow } from "../domain/observation-photo.ts";
import {
  countOtherPhotosOfEntry,
  findOwnEntry,
  insertObservationPhoto,
} from "../storage/observation-photos.ts";

export interface AddObservationPhoto {
  warehouseId: number;
  sessionId: number;
  /** The id that the counter's device gave the entry. */
  externalId: string;
  image: Buffer;
  addedBy: string;
  now: Date;
}

/** Keeps what a counter saw and could not name; sent again, the same picture is the same photo. */
export function addObservationPhoto(
  em: EntityManager,
  { warehouseId, sessionId, externalId, image, addedBy, now }: AddObservationPhoto,
): Promise<{ photo: ObservationPhotoRow } | { rejection: Rejection<LinePhotoRejectionReason> }> {
  return inTransaction(em, async ({ db }) => {
    const { status } = await lockSession(db, warehouseId, sessionId);
    const named = { warehouseId, sessionId, recordedBy: addedBy, externalId };
    const entry = await findOwnEntry(db, named);
    if (!entry) throw notFound("observation");
    const name = { warehouseId, observationId: entry.id };
    const photos = await countOtherPhotosOfEntry(db, name, image);
    const rejection = rejectLinePhoto(image, { isCancelled: status === "CANCELLED", photos });
    if (rejection) return { rejection };
    const photo = await insertObservationPhoto(db, {
      ...{ ...name, image, mediaType: mediaTypeOf(image) as string },
      ...{ addedById: addedBy, addedAt: now },
    });
    return { photo };
  });
}
