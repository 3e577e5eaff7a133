import { words } from "#lib/shared/language/words.ts";

/** A code that nothing on the device has. */
export const unknownWords = words("unknown", {
  title: "Unknown code",
  rightDigit: "Its check digit is right, and it is not in the catalogue.",
  nothingHasIt: "Nothing known has it.",
  notCounted: "Not counted yet.",
  assign: "Assign to an item",
  confirmed: "A supervisor confirms it",
  unlisted: "Count as unlisted",
  withNote: "With a note or a photo",
  photo: "Add a photo",
  photoTaken: "Photo added. Take another instead",
  noPicture: "This file cannot be read as a picture.",
  photoNotKept: "The photo could not be kept",
  ignore: "Ignore this scan",
  back: "Back",
  howMany: "How many",
  looks: "What it looks like",
});

/** For whoever confirms it, in the language of the desk. */
export const recordedAssignment = (code: string, sku: string) => `Code ${code} taken for ${sku}`;
