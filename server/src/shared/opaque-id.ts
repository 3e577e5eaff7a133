import { notFound } from "./refusal.ts";

/** What an id can name, with the parts of its key. Warehouse-scoped things carry their warehouse. */
const keyParts = {
  Warehouse: 1,
  Location: 2,
  Category: 1,
  Supplier: 1,
  Item: 1,
  Lot: 1,
  SerialUnit: 1,
  Quant: 2,
  StockMove: 2,
  CountSession: 2,
  CountLine: 2,
  CountSheet: 2,
  LinePhoto: 2,
  ObservationPhoto: 2,
  CountTemplate: 2,
  Observation: 2,
  Posting: 2,
  Job: 2,
  AbcRun: 2,
  Import: 2,
  Schedule: 2,
  CloseOff: 2,
  StockHold: 2,
  User: 1,
  SignInSession: 1,
  Invitation: 1,
  ApiKey: 1,
} as const;
export type IdKind = keyof typeof keyParts;

export function idOf(kind: IdKind, ...key: (string | number)[]): string {
  return Buffer.from(`${kind}:${key.join(":")}`).toString("base64url");
}

export interface ParsedId {
  kind: IdKind;
  key: string[];
}

const longestId = 200;

export function parseId(id: string): ParsedId | null {
  const [kind, ...key] = Buffer.from(id, "base64url").toString("utf8").split(":");
  if (!kind || !Object.hasOwn(keyParts, kind)) return null;
  if (key.length !== keyParts[kind as IdKind]) return null;
  if (idOf(kind as IdKind, ...key) !== id || id.length > longestId) return null;
  if (key.some((part) => part.includes("\0"))) return null;
  return { kind: kind as IdKind, key };
}

const wholeNumber = /^[1-9]\d{0,14}$/u;
const largestInteger = 2 ** 31 - 1;
const largestRow = 10 ** 15;
const smallKinds: ReadonlySet<IdKind> = new Set(["Warehouse", "Category", "Supplier"]);

/** The key of an id of the expected kind, or the answer for an id that names nothing. */
export function keyOf(id: string, kind: IdKind): string[] {
  const parsed = parseId(id);
  if (parsed?.kind !== kind) throw notFound(nounOf(kind));
  return parsed.key;
}

/** The numbers of a key, or null for an id that names nothing of this kind. */
export function numberKeyOrNull(id: string, kind: IdKind): number[] | null {
  const parsed = parseId(id);
  if (parsed?.kind !== kind) return null;
  const key = parsed.key.map((part) => (wholeNumber.test(part) ? Number(part) : Infinity));
  // The small tables, and the warehouse in front of a row, have keys of four bytes.
  const isSmall = (at: number) => smallKinds.has(kind) || at < key.length - 1;
  const fits = (part: number, at: number) => part <= (isSmall(at) ? largestInteger : largestRow);
  return key.every(fits) ? key : null;
}

export function numberKeyOf(id: string, kind: IdKind): number[] {
  const key = numberKeyOrNull(id, kind);
  if (!key) throw notFound(nounOf(kind));
  return key;
}

/** For companies' small tables, whose key is one number. */
export function singleKeyOf(id: string, kind: IdKind): number {
  return numberKeyOf(id, kind)[0] as number;
}

/** Warehouse and row of a thing that belongs to one warehouse. */
export function warehouseKeyOf(id: string, kind: IdKind): { warehouseId: number; rowId: number } {
  const [warehouseId, rowId] = numberKeyOf(id, kind) as [number, number];
  return { warehouseId, rowId };
}

/**
 * For a filter: the row that an id names, or one that nothing has. An id of another kind or of another
 * warehouse matches nothing, as an unknown one would.
 */
export function matchingRowOf(id: string, kind: IdKind, warehouseId?: number): number {
  const key = numberKeyOrNull(id, kind) ?? [];
  if (warehouseId !== undefined && key[0] !== warehouseId) return 0;
  return key.at(-1) ?? 0;
}

export function nounOf(kind: IdKind): string {
  return kind.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter}`).toLowerCase();
}
