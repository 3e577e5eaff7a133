import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

/** Where pictures are sent to, and where each is found. */
export const linePhotosPath = "/line-photos";
export const linePhotoPath = (id: string) => `${linePhotosPath}/${id}`;

export const photoBytesAtMost = 1024 * 1024;
const photosAtMost = 8;

export interface LinePhotoRow {
  warehouseId: number;
  id: number;
  lineId: number;
  mediaType: string;
  addedById: string;
  addedAt: Date;
}

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const linePhotoRejections = {
  SESSION_CANCELLED: "The count was called off.",
  NOT_A_PICTURE: "That is no JPEG, PNG or WebP picture.",
  PICTURE_TOO_LARGE: "A picture has at most 1 MB.",
  TOO_MANY_PICTURES: `A line has at most ${photosAtMost} pictures.`,
} as const;
export type LinePhotoRejectionReason = keyof typeof linePhotoRejections;
const reject = rejectionsOf<LinePhotoRejectionReason>(linePhotoRejections);

/** How files of each kind begin: what the sender calls a picture does not make it one. */
export function mediaTypeOf(image: Uint8Array): string | null {
  const startsWith = (at: number, ...bytes: number[]) =>
    bytes.every((byte, index) => image[at + index] === byte);
  if (startsWith(0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (startsWith(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  const isRiff = startsWith(0, 0x52, 0x49, 0x46, 0x46);
  return isRiff && startsWith(8, 0x57, 0x45, 0x42, 0x50) ? "image/webp" : null;
}

export interface PhotoFacts {
  isCancelled: boolean;
  /** Others of the same line. */
  photos: number;
}

export function rejectLinePhoto(
  image: Uint8Array,
  { isCancelled, photos }: PhotoFacts,
): Rejection<LinePhotoRejectionReason> | null {
  if (isCancelled) return reject("SESSION_CANCELLED");
  if (mediaTypeOf(image) === null) return reject("NOT_A_PICTURE");
  if (image.length > photoBytesAtMost) return reject("PICTURE_TOO_LARGE");
  return photos >= photosAtMost ? reject("TOO_MANY_PICTURES") : null;
}
