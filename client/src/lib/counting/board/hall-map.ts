import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import { signOf } from "#lib/shared/text/decimal.ts";
import type { Crew } from "../count-session.ts";
import type { Bin, Hall } from "./hall.ts";
import { leftIn } from "./hall-figures.ts";

export type Layer = "status" | "variance" | "age" | "pace";

export type TileKind =
  | "match"
  | "counted"
  | "short"
  | "over"
  | "moved"
  | "decide"
  | "here"
  | "open"
  | "skipped"
  | "offline"
  | "fresh"
  | "recent"
  | "old"
  | "moving"
  | "stalled";

export interface TileFace {
  kind: TileKind;
  number: string;
}

/** Who stands where, by place. */
export type Standing = ReadonlyMap<string, { name: string; isOffline: boolean }>;

export interface View {
  layer: Layer;
  now: number;
  standing: Standing;
  seesBooks: boolean;
  seesValue: boolean;
}

export interface Aisle {
  id: string;
  code: string;
  /** What tells it from its neighbours. */
  label: string;
  bins: readonly Bin[];
}

export interface Zone {
  id: string;
  code: string;
  name: string;
  aisles: readonly Aisle[];
  bins: readonly Bin[];
}

const minuteMs = 60_000;
const recentMs = 15 * minuteMs;

export function whoStands(crew: Crew | undefined): Standing {
  const standing = new Map<string, { name: string; isOffline: boolean }>();
  for (const { user, location } of crew?.claims ?? []) {
    if (!location) continue;
    const devices = (crew?.devices ?? []).filter((device) => device.user?.id === user?.id);
    const isOffline = devices.length > 0 && devices.every(({ offlineSince }) => offlineSince);
    standing.set(location.id, { name: user?.name ?? "Somebody", isOffline });
  }
  return standing;
}

/** Whether tiles stand for aisles: the server sums them where there are too many bins to draw. */
export const isByAisle = (bins: readonly Bin[]) => bins.some((each) => each.bins > 1);

/** Zones and aisles in walking order, bins by their code so that a shelf keeps its shape. */
export function zonesOf({ bins, progressByZone }: Pick<Hall, "bins" | "progressByZone">): Zone[] {
  const named = new Map(progressByZone.map(({ location }) => [location.id, location]));
  const areAisles = isByAisle(bins);
  const aisleOf = ({ location }: Bin) => (areAisles ? location : (location.parent ?? location));
  const zones = new Map<string, Map<string, Bin[]>>();
  for (const bin of bins) {
    const aisles = zones.get(bin.zoneId) ?? new Map<string, Bin[]>();
    zones.set(bin.zoneId, aisles);
    const { id } = aisleOf(bin);
    aisles.set(id, [...(aisles.get(id) ?? []), bin]);
  }
  return [...zones].map(([id, aisles]) => {
    const zone = named.get(id);
    const code = zone?.code ?? aisles.values().next().value?.[0]?.location.parent?.code ?? "";
    return {
      id,
      code,
      name: zone?.name ?? "",
      bins: [...aisles.values()].flat(),
      aisles: [...aisles].map(([aisleId, within]) => {
        const aisleCode = within[0] ? aisleOf(within[0]).code : "";
        return {
          id: aisleId,
          code: aisleCode,
          label: lastPart(aisleCode, code),
          bins: within.toSorted((a, b) => compareCodes(a.location.code, b.location.code)),
        };
      }),
    };
  });
}

const codes = new Intl.Collator("en", { numeric: true });
const compareCodes = (a: string, b: string) => codes.compare(a, b);

/** "G" of "MISC-06-G" within "MISC-06". */
export function lastPart(code: string, within: string): string {
  if (code.startsWith(`${within}-`)) return code.slice(within.length + 1);
  return code.split("-").at(-1) ?? code;
}

/** What a tile shows of a bin: a symbol and a number that mean the same. */
export function faceOf(bin: Bin, view: View): TileFace {
  switch (view.layer) {
    case "status":
      return statusOf(bin, view);
    case "variance":
      return varianceOf(bin, view);
    case "age":
      return ageOf(bin, view.now);
    case "pace":
      return paceOf(bin, view.now);
  }
  view.layer satisfies never;
}

function statusOf(bin: Bin, { standing, seesBooks }: View): TileFace {
  const { lines, counted, short, over, moved, flagged } = bin;
  const left = leftIn(bin);
  const face = (kind: TileKind, number: number) => ({ kind, number: String(number) });
  const who = standing.get(bin.location.id);
  if (who) return face(who.isOffline ? "offline" : "here", left);
  if (flagged) return face("decide", flagged);
  // Where most of what differs only stands elsewhere, that is what the tile says.
  if (moved && 2 * moved >= (short ?? 0) + (over ?? 0)) return face("moved", moved);
  if (short && short >= (over ?? 0)) return face("short", short);
  if (over) return face("over", over);
  if (left > 0) return face("open", left);
  return counted === 0 ? face("skipped", lines) : face(seesBooks ? "match" : "counted", counted);
}

function varianceOf(bin: Bin, { seesValue }: View): TileFace {
  if (bin.counted === 0) return { kind: "open", number: String(bin.lines) };
  const off = (bin.short ?? 0) + (bin.over ?? 0);
  if (off === 0) return { kind: "match", number: String(bin.counted) };
  if (!seesValue || !bin.valueVariance) {
    return { kind: (bin.short ?? 0) >= (bin.over ?? 0) ? "short" : "over", number: String(off) };
  }
  const sign = signOf(bin.valueVariance);
  const kind = sign === 0 ? "decide" : sign < 0 ? "short" : "over";
  return { kind, number: shortAmount(bin.valueVariance) };
}

function ageOf({ lastCountedAt, lines }: Bin, now: number): TileFace {
  if (!lastCountedAt) return { kind: "open", number: String(lines) };
  const ageMs = Math.max(0, now - Date.parse(lastCountedAt));
  const kind = ageMs <= recentMs ? "fresh" : ageMs <= 4 * recentMs ? "recent" : "old";
  return { kind, number: shortSpan(ageMs) };
}

function paceOf(bin: Bin, now: number): TileFace {
  const left = leftIn(bin);
  const number = String(left);
  if (left === 0) return { kind: "counted", number: String(bin.lines) };
  if (!bin.lastCountedAt) return { kind: "open", number };
  return { kind: now - Date.parse(bin.lastCountedAt) <= recentMs ? "moving" : "stalled", number };
}

/** "8m", "3h", "2d": a tile has room for three signs. */
function shortSpan(spanMs: number): string {
  const minutes = Math.floor(spanMs / minuteMs);
  if (minutes < 60) return `${minutes}m`;
  return minutes < 1_440 ? `${Math.floor(minutes / 60)}h` : `${Math.floor(minutes / 1_440)}d`;
}

/** "525", "1k", "12k" without the sign: the symbol says it. */
export function shortAmount(amount: string): string {
  const size = Math.abs(Number(amount));
  if (size < 1) return "<1";
  if (size < 1_000) return String(Math.round(size));
  return size < 1_000_000 ? `${Math.round(size / 1_000)}k` : `${Math.round(size / 1_000_000)}M`;
}

export const tileGlyphs: Record<TileKind, GlyphName> = {
  match: "match",
  counted: "check",
  short: "short",
  over: "over",
  moved: "moved",
  decide: "alert",
  here: "pending",
  open: "open",
  skipped: "arrow",
  offline: "close",
  fresh: "match",
  recent: "half",
  old: "pending",
  moving: "play",
  stalled: "alert",
};
