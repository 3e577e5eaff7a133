import type { ClaimRefusal } from "../task/claim.ts";
import { words } from "#lib/shared/language/words.ts";

/** Where a code, a lot or a place leaves something to decide. */
export const choiceWords = words("choice", {
  which: "Which one?",
  whichDetail: "More than one thing has this code. Nothing was counted.",
  none: "None of them",
  lotInHand: "Lot {lot} of the item in hand",
  serialInHand: "Serial {serial} of the item in hand",
  whichLot: "Which lot?",
  anotherLot: "Another lot",
  take: "Take",
  notNow: "Not now",
  proofTitle: "Where you stand",
  proof: "Do you stand at {place}?",
  proofDetail: "Scan the label of the place, or type the check digits that are on it.",
  proofByLabel: "Scan the label of the place, or type its code.",
  checkDigits: "Check digits",
  codeOnLabel: "Code on the label",
  iAmHere: "I am here",
  takenTitle: "This place is taken",
  taken: "{place} is taken",
  takenBy: "{name} is counting this place.",
  takenBySomebody: "Somebody else is counting this place.",
  notInCount: "Nothing of this count lies at this place.",
  countNotOpen: "This count is not open.",
  whyTakeOver: "Why do you take it over?",
  takeOver: "Take over",
  anotherPlace: "Choose another place",
  notUnderstood: "The server knows nothing of this place.",
});

export function refusalWords(refusal: ClaimRefusal | null): string {
  switch (refusal?.reason) {
    case "LOCATION_NOT_IN_COUNT":
      return choiceWords("notInCount");
    case "SESSION_NOT_OPEN":
      return choiceWords("countNotOpen");
    case "NOT_UNDERSTOOD":
      return choiceWords("notUnderstood");
    case "HELD_BY_ANOTHER":
    case undefined:
      if (refusal?.heldBy) return choiceWords("takenBy", { name: refusal.heldBy });
      return choiceWords("takenBySomebody");
  }
}
