import { keepUnlisted } from "../task/count-verbs.ts";
import type { CountingPlace } from "../task/counting-place.svelte.ts";
import { keepParcel } from "./keep-parcel.ts";
import { unknownWords } from "../screens/unknown-words.ts";

/** The entry first: a count must not be lost because a picture of it is. */
export async function keepUnlistedWithPhoto(
  place: CountingPlace,
  code: string,
  { photo, ...said }: { quantity: string; note: string | null; photo: Blob | null },
): Promise<void> {
  await keepUnlisted(place, code, said);
  const entry = place.entries.at(-1);
  if (!photo || !entry) return;
  try {
    const image = await photo.arrayBuffer();
    const { sessionId, externalId: entryId } = entry;
    const content = { sessionId, entryId, mediaType: photo.type, image };
    await keepParcel(place.hand, { kind: "PHOTO", ...content });
  } catch (thrown) {
    console.warn(thrown);
    place.tell("CHECK", unknownWords("photoNotKept"), place.feedback?.detail ?? "");
  }
}
