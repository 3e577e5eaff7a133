import { words } from "#lib/shared/language/words.ts";

/** Looking for a line here, or for an item anywhere. */
export const findWords = words("find", {
  title: "Lines here",
  label: "Find a line, or type a code",
  take: "Take",
  linesOfPlace: "Lines of this place",
  counted: "counted",
  back: "Back to the count",
  itemLabel: "Item number or words of its name",
  itemsFound: "Items found",
  notHere: "Not on the list here: counts one",
  noItem: "Nothing on this device has these words.",
});
