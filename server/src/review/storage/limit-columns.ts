import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { limitKinds, type Limits } from "../domain/tolerance-limits.ts";

/** As a row holds limits, and as an insert takes them: text, or null for none. */
export type LimitTexts = Record<string, string | null>;

const columnOf = (kind: string, side: "upper" | "lower") => `${kind.toLowerCase()}_${side}`;

export const limitColumns = limitKinds.flatMap((kind) => [
  columnOf(kind, "upper"),
  columnOf(kind, "lower"),
]);

/** The limits of a row under their columns' names, as one value. */
export function limitsJson(alias: string): RawBuilder<unknown> {
  const pairs = limitColumns.map(
    (column) => sql`${sql.lit(column)}, ${sql.ref(`${alias}.${column}`)}::text`,
  );
  return sql`json_build_object(${sql.join(pairs)})`;
}

export function limitsOf(texts: LimitTexts): Limits {
  const decimal = (column: string) => {
    const text = texts[column];
    return text == null ? null : new Decimal(text);
  };
  const entries = limitKinds.map((kind) => [
    kind,
    { upper: decimal(columnOf(kind, "upper")), lower: decimal(columnOf(kind, "lower")) },
  ]);
  return Object.fromEntries(entries) as unknown as Limits;
}

export function textsOf(limits: Limits | null): LimitTexts {
  const pairs = limitKinds.flatMap((kind) => [
    [columnOf(kind, "upper"), limits?.[kind].upper?.toFixed() ?? null],
    [columnOf(kind, "lower"), limits?.[kind].lower?.toFixed() ?? null],
  ]);
  return Object.fromEntries(pairs) as LimitTexts;
}
