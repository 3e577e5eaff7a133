import type { EntityManager } from "@mikro-orm/postgresql";
import type { Permission } from "../../accounts/domain/permission.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { jobAskedTopic, jobTopic, type JobRow } from "../../jobs/domain/job.ts";
import { askForJob } from "../../jobs/storage/ask-for-job.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { headerSignature, mappingProblem, type ColumnMapping } from "../domain/column-mapping.ts";
import type { ImportKind } from "../domain/import-kind.ts";
import type { ImportKey, ImportRow, Reading } from "../domain/import-row.ts";
import { rejectCheck, type CheckImportRejectionReason } from "../domain/import-verb-rejections.ts";
import type { Replacement } from "../domain/mapped-row.ts";
import { RefusedFile } from "../domain/refused-file.ts";
import type { FoundTable } from "../domain/table-layout.ts";
import { findTable } from "../reader/open-table.ts";
import type { ChosenLayout } from "../reader/read-delimited.ts";
import { rememberMapping } from "../storage/import-mapping.ts";
import { lockImport, readContent, saveReading, type HeldImport } from "../storage/import-row.ts";
import { readingHashOf } from "../storage/reading-hash.ts";
import { readImport } from "../queries/list-imports.ts";
import { importPermissions } from "./import-permission.ts";

export interface CheckImport extends ImportKey {
  kind: ImportKind;
  /** What is left out stays as it was found or chosen before. */
  layout: ChosenLayout;
  mapping: ColumnMapping;
  replacements: readonly Replacement[];
  leftOutRows: readonly number[];
  permissions: ReadonlySet<Permission>;
  actorId: string;
  now: Date;
}

export type CheckImportOutcome =
  { imported: ImportRow; job: JobRow } | { rejection: Rejection<CheckImportRejectionReason> };

/** Says how a file is to be read, and asks for a job that judges every row of it and changes nothing. */
export async function checkImport(
  em: EntityManager,
  doorbell: Doorbell,
  input: CheckImport,
): Promise<CheckImportOutcome> {
  const { warehouseId, id, kind, actorId, now } = input;
  const outcome = await decideAgainAfterRace(() =>
    inTransaction<CheckImportOutcome>(em, async ({ db }) => {
      const held = await lockImport(db, input);
      if (!held) throw notFound("import");
      if (!input.permissions.has(importPermissions[kind]))
        return { rejection: rejectCheck("NOT_ALLOWED") };
      if (held.state === "COMMITTED") return { rejection: rejectCheck("COMMITTED") };
      const found = await foundAgain(db, held, input.layout);
      if (found instanceof RefusedFile)
        return { rejection: { ...rejectCheck("FILE_UNREADABLE"), message: found.message } };
      const { mapping, replacements, leftOutRows } = input;
      const problem = mappingProblem(kind, mapping, found.layout.columns);
      if (problem !== null)
        return { rejection: { ...rejectCheck("MAPPING_INCOMPLETE"), message: problem } };
      const reading = { kind, layout: found.layout, mapping, replacements, leftOutRows };
      const readingHash = readingHashOf(held.contentHash, reading);
      await saveReading(db, input, reading, { found, readingHash });
      await remember(db, input, reading);
      const job = await askForJob(db, {
        ...{ warehouseId, now, kind: "CHECK_IMPORT", sessionId: null, askedBy: actorId },
        ...{ requestKey: `check ${id} ${readingHash.toString("hex")}`, total: found.rowCount },
        request: { importId: id, readingHash: readingHash.toString("hex") },
      });
      return { imported: (await readImport(db, input)) as ImportRow, job };
    }),
  );
  if ("job" in outcome) {
    doorbell.ring(jobAskedTopic);
    doorbell.ring(jobTopic(warehouseId));
  }
  return outcome;
}

/** Where nothing was chosen anew, what was found before still holds. */
async function foundAgain(
  db: Db,
  held: HeldImport,
  chosen: ChosenLayout,
): Promise<FoundTable | RefusedFile> {
  const { layout, preview, rowCount } = held;
  const asked = Object.entries(chosen) as [keyof ChosenLayout, unknown][];
  const isNews = asked.some(([key, value]) => value !== undefined && value !== layout[key]);
  if (!isNews) return { layout, preview, rowCount };
  const content = await readContent(db, held);
  if (content === null) return { layout, preview, rowCount };
  const { encoding, delimiter, decimalSign, sheet, headerRow } = { ...layout, ...chosen };
  try {
    return await findTable(content, { encoding, delimiter, decimalSign, sheet, headerRow });
  } catch (error) {
    if (error instanceof RefusedFile) return error;
    throw error;
  }
}

async function remember(db: Db, input: CheckImport, reading: Reading): Promise<void> {
  await rememberMapping(db, reading, {
    ...{ warehouseId: input.warehouseId, usedBy: input.actorId, now: input.now },
    signature: headerSignature(reading.layout.columns),
  });
}
