/** Why a line was chosen, in words. */
export function chosenBecause(because: Readonly<Record<string, unknown>>): string {
  const text = (name: string) => String(because[name] ?? "");
  const day = (name: string) => text(name).slice(0, 10);
  switch (because["rule"]) {
    case "FULL":
      return "the whole warehouse is counted";
    case "LOCATIONS":
      return `lies in ${text("place")}`;
    case "ITEMS":
      return "the item was named";
    case "SUPPLIER":
      return `delivered by ${text("supplier")}`;
    case "CATEGORY":
      return `belongs to ${text("category")}`;
    case "FAST_MOVERS":
    case "SLOW_MOVERS":
      return `${text("moves")} moves since ${day("since")}`;
    case "LOW_VALUE":
      return `worth ${text("value")}, less than ${text("threshold")}`;
    case "HIGH_VALUE":
      return `worth ${text("value")}, at least ${text("threshold")}`;
    case "ABC":
      return because["lastCountedAt"]
        ? `class ${text("abcClass")}, last counted ${day("lastCountedAt")}, due since ${day("dueSince")}`
        : `class ${text("abcClass")}, never counted`;
    case "NOT_VISITED":
      return `nobody visited it in count ${text("number")}`;
    default:
      return `drawn with the seed ${text("seed")}`;
  }
}
