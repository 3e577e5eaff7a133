import { ProposeBarcode } from "@tallyroom/schema/operations/propose-barcode.ts";
import { Problem } from "#lib/shared/api/problem.ts";
import type { HandApi } from "../hand-api.ts";
import type { ParcelContent } from "./parcel.ts";
import type { DeliverParcel } from "./send-parcels.ts";

const answersWithinMs = 30_000;

export function deliverBy(api: HandApi): DeliverParcel {
  return async ({ content }) => {
    if (content.kind === "PHOTO") return deliverPhoto(content);
    const { itemId, code } = content;
    const { proposeBarcode } = await api.ask(ProposeBarcode, { input: { itemId, code } });
    return proposeBarcode.__typename === "BarcodeProposed";
  };
}

async function deliverPhoto({
  sessionId,
  entryId,
  mediaType,
  image,
}: ParcelContent & { kind: "PHOTO" }): Promise<boolean> {
  const query = new URLSearchParams({ count: sessionId, entry: entryId });
  const answer = await fetch(`/observation-photos?${query}`, {
    ...{ method: "POST", headers: { "content-type": mediaType }, body: image },
    ...{ credentials: "same-origin", signal: AbortSignal.timeout(answersWithinMs) },
  }).catch(() => {
    throw new Problem("network", "The picture was not sent yet.");
  });
  if (answer.status === 401)
    throw new Problem("unauthenticated", "Sign in again to send pictures.");
  if (answer.status === 429 || answer.status >= 500)
    throw new Problem("network", "The server does not take pictures at the moment.");
  return answer.ok;
}
