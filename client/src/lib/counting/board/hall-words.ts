import type { Bin } from "./hall.ts";
import { leftIn } from "./hall-figures.ts";
import type { Layer, Standing, TileKind } from "./hall-map.ts";

export const layerWords: Record<Layer, { label: string; says: string }> = {
  status: { label: "Status", says: "number = lines in that state" },
  variance: { label: "Variance", says: "number = what the differences are worth, net" },
  age: { label: "Age", says: "number = time since the last count" },
  pace: { label: "Pace", says: "number = lines left" },
};

export const tileWords: Record<TileKind, string> = {
  match: "match",
  counted: "counted",
  short: "short",
  over: "over",
  moved: "moved",
  decide: "decide",
  here: "counter here",
  open: "not counted",
  skipped: "skipped",
  offline: "offline",
  fresh: "within 15 min",
  recent: "within 1 h",
  old: "earlier",
  moving: "going on",
  stalled: "stands for 15 min",
};

const legends: Record<Layer, readonly TileKind[]> = {
  status: ["match", "short", "over", "moved", "decide", "here", "open", "skipped", "offline"],
  variance: ["match", "short", "over", "open"],
  age: ["fresh", "recent", "old", "open"],
  pace: ["counted", "moving", "stalled", "open"],
};

const kindsOfBooks: readonly TileKind[] = ["match", "short", "over", "moved", "decide"];

export function legendOf(layer: Layer, seesBooks: boolean): readonly TileKind[] {
  const kinds = legends[layer];
  if (seesBooks) return kinds;
  return ["counted", ...kinds.filter((kind) => !kindsOfBooks.includes(kind) && kind !== "counted")];
}

/** "3 lines, 2 counted, 1 short": everything that a tile stands for. */
export function binInWords(bin: Bin, standing: Standing): string {
  const { lines, counted, skipped, notAccessible, short, over, moved, flagged } = bin;
  const who = standing.get(bin.location.id);
  return [
    `${lines} ${lines === 1 ? "line" : "lines"}`,
    `${counted} counted`,
    short ? `${short} short` : "",
    over ? `${over} over` : "",
    moved ? `of those ${moved} moved` : "",
    flagged ? `${flagged} to decide` : "",
    skipped ? `${skipped} skipped` : "",
    notAccessible ? `${notAccessible} not accessible` : "",
    leftIn(bin) > 0 ? `${leftIn(bin)} to visit` : "",
    who ? `${who.name} is here${who.isOffline ? ", offline" : ""}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
