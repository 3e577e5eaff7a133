import { mapRows, type InPieces } from "./in-pieces.ts";
import { textOf, type MappedRow } from "./mapped-row.ts";
import { RowErrors, type RowError, type RowFigures } from "./row-errors.ts";
import { checkLengths } from "./stock-row.ts";

export interface ExistingPlace {
  id: number;
  code: string;
}

export interface LocationFacts {
  /** By code. */
  places: ReadonlyMap<string, ExistingPlace>;
  /** By the name of a zone, in small letters. */
  zones: ReadonlyMap<string, ExistingPlace>;
  /** By what is read there: the barcode, or the code of a place without one. */
  readAs: ReadonlyMap<string, ExistingPlace>;
  kinds: readonly string[];
}

/** A place that is known keeps where it lies, and what is null. */
export interface LocationToImport {
  row: number;
  id: number | null;
  code: string;
  name: string | null;
  kind: string | null;
  barcode: string | null;
  /** Null lies in the warehouse itself. */
  parentCode: string | null;
}

export interface CheckedLocations extends RowFigures {
  /** Each behind the place that it lies in. */
  plan: LocationToImport[];
  errors: RowError[];
}

/** Judges every row of a file of locations; a zone that nobody has heard of is made in front of them. */
export function* checkLocations(
  rows: readonly MappedRow[],
  facts: LocationFacts,
): InPieces<CheckedLocations> {
  const errors = new RowErrors();
  const zones = new NewZones(facts);
  const seen = new Map<string, number>();
  const read = new Map<string, number>();
  const judged = yield* mapRows(rows, (row) => {
    checkLengths(row, errors);
    const place = locationToImport(row, facts, zones, errors);
    const before = seen.get(place.code);
    if (place.code !== "" && before !== undefined)
      errors.add(row, "LOCATION", "DUPLICATE", `The location stands in row ${before}: keep one.`);
    else seen.set(place.code, row.number);
    checkRead(row, place, facts, read, errors);
    return { row, place };
  });
  checkParents(judged, facts, seen, errors);
  const good = judged.filter(({ row }) => !errors.has(row)).map(({ place }) => place);
  return {
    plan: [...zones.made(good), ...parentsFirst(good)],
    errors: errors.inOrder(),
    rowsReady: good.length,
    rowsBlank: 0,
    rowsWrong: errors.rowCount,
  };
}

type Judged = { row: MappedRow; place: LocationToImport };

const orNull = (text: string) => (text === "" ? null : text);

function locationToImport(
  row: MappedRow,
  facts: LocationFacts,
  zones: NewZones,
  errors: RowErrors,
): LocationToImport {
  const code = textOf(row, "LOCATION");
  const kind = textOf(row, "LOCATION_KIND").toUpperCase().replaceAll(/[\s-]/gu, "_");
  const zone = textOf(row, "ZONE");
  if (code === "") errors.add(row, "LOCATION", "MISSING", "A location needs a code.");
  if (kind !== "" && !facts.kinds.includes(kind))
    errors.add(row, "LOCATION_KIND", "WORD_UNKNOWN", `Write one of ${facts.kinds.join(", ")}.`);
  return {
    ...{ row: row.number, id: facts.places.get(code)?.id ?? null, code },
    name: orNull(textOf(row, "NAME")),
    kind: orNull(kind),
    barcode: orNull(textOf(row, "BARCODE")),
    parentCode: orNull(textOf(row, "PARENT")) ?? (zone === "" ? null : zones.codeOf(zone)),
  };
}

/** A scan must mean one place. */
function checkRead(
  row: MappedRow,
  { id, code, barcode }: LocationToImport,
  { readAs }: LocationFacts,
  read: Map<string, number>,
  errors: RowErrors,
): void {
  const scanned = barcode ?? code;
  const owner = readAs.get(scanned);
  const field = barcode === null ? "LOCATION" : "BARCODE";
  if (owner && owner.id !== id)
    errors.add(row, field, "BARCODE", `${owner.code} answers to this code already.`);
  const before = read.get(scanned);
  if (barcode !== null && before !== undefined)
    errors.add(row, field, "DUPLICATE", `The barcode stands in row ${before} already.`);
  read.set(scanned, row.number);
}

/** A place lies in one that is known or that the file brings, and never in itself. */
function checkParents(
  judged: readonly Judged[],
  { places }: LocationFacts,
  seen: ReadonlyMap<string, number>,
  errors: RowErrors,
): void {
  const parents = new Map(judged.map(({ place }) => [place.code, place.parentCode]));
  for (const { row, place } of judged) {
    if (textOf(row, "PARENT") === "" || place.parentCode === null) continue;
    if (!places.has(place.parentCode) && !seen.has(place.parentCode))
      errors.add(row, "PARENT", "PARENT", "No such location here, nor in this file.");
    if (liesInItself(place.code, parents))
      errors.add(row, "PARENT", "PARENT", "Going upwards one comes back to this location.");
  }
}

function liesInItself(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  let at: string | null = code;
  while (at !== null && !passed.has(at)) {
    passed.add(at);
    at = parents.get(at) ?? null;
  }
  return at === code;
}

function parentsFirst(places: readonly LocationToImport[]): LocationToImport[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const inOrder = new Set<LocationToImport>();
  const put = (place: LocationToImport) => {
    if (inOrder.has(place)) return;
    const parent = byCode.get(place.parentCode ?? "");
    if (parent && parent !== place) put(parent);
    inOrder.add(place);
  };
  for (const place of places) put(place);
  return [...inOrder];
}

/** The zones that rows name and nobody has, each once. */
class NewZones {
  readonly #facts: LocationFacts;
  readonly #names = new Map<string, { code: string; name: string }>();

  constructor(facts: LocationFacts) {
    this.#facts = facts;
  }

  codeOf(name: string): string {
    const known = this.#facts.zones.get(name.toLowerCase());
    if (known) return known.code;
    const met = this.#names.get(name.toLowerCase());
    if (met) return met.code;
    const code = this.#freeCode(name);
    this.#names.set(name.toLowerCase(), { code, name });
    return code;
  }

  made(places: readonly LocationToImport[]): LocationToImport[] {
    const used = new Set(places.map(({ parentCode }) => parentCode));
    return [...this.#names.values()]
      .filter(({ code }) => used.has(code))
      .map(({ code, name }) => ({
        ...{ row: 0, id: null, code, name, kind: "ZONE", barcode: null, parentCode: null },
      }));
  }

  #freeCode(name: string): string {
    const plain = name.trim().toUpperCase().replaceAll(/\s+/gu, "-");
    const isTaken = (code: string) =>
      this.#facts.places.has(code) || [...this.#names.values()].some((zone) => zone.code === code);
    let code = plain;
    for (let times = 2; isTaken(code); times += 1) code = `${plain}-${times}`;
    return code;
  }
}
