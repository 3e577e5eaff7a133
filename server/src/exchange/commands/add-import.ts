import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import { headerSignature, suggestKind, suggestMapping } from "../domain/column-mapping.ts";
import type { ImportKind } from "../domain/import-kind.ts";
import type { ImportRow } from "../domain/import-row.ts";
import { RefusedFile, type FileRefusalReason } from "../domain/refused-file.ts";
import type { FoundTable } from "../domain/table-layout.ts";
import { findTable } from "../reader/open-table.ts";
import { findMapping } from "../storage/import-mapping.ts";
import { forgetAbandoned, insertImport } from "../storage/import-row.ts";
import { hashOf, readingHashOf } from "../storage/reading-hash.ts";

export interface AddImport {
  warehouseId: number;
  fileName: string;
  content: Buffer;
  /** Null lets the headings tell. */
  kind: ImportKind | null;
  uploadedBy: string;
  now: Date;
}

export type AddImportOutcome =
  { added: ImportRow } | { refused: { reason: FileRefusalReason; message: string } };

const keptDays = 30;
const dayMs = 86_400_000;

/** A file comes: it is read once, to say what it seems to be. Nothing is imported by that. */
export async function addImport(em: EntityManager, input: AddImport): Promise<AddImportOutcome> {
  const { warehouseId, content, uploadedBy, now } = input;
  const found = await foundOrRefused(content);
  if ("refused" in found) return found;
  const { layout } = found;
  return inTransaction(em, async ({ db }) => {
    await forgetAbandoned(db, new Date(now.valueOf() - keptDays * dayMs));
    const before = await findMapping(db, warehouseId, headerSignature(layout.columns));
    const remembered = before && (input.kind ?? before.kind) === before.kind ? before : null;
    const kind = remembered?.kind ?? input.kind ?? suggestKind(layout.columns);
    const mapping = remembered?.mapping ?? suggestMapping(kind, layout.columns);
    const replacements = remembered?.replacements ?? [];
    const reading = { kind, layout, mapping, replacements, leftOutRows: [] };
    const contentHash = hashOf([content]);
    const added = await insertImport(db, {
      ...{ ...reading, warehouseId, content, contentHash, found, uploadedBy, now },
      readingHash: readingHashOf(contentHash, reading),
      isRemembered: remembered !== null,
      fileName: plainName(input.fileName),
    });
    return { added };
  });
}

async function foundOrRefused(content: Buffer): Promise<FoundTable | { refused: RefusedFile }> {
  try {
    return await findTable(content);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { refused: error };
  }
}

/** The last part of a path, without what no name has. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? "";
  const plain = last.replaceAll(/\p{Cc}/gu, "").trim();
  return plain.slice(0, 150) || "file";
}
