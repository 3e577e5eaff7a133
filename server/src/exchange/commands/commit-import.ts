import type { EntityManager } from "@mikro-orm/postgresql";
import type { Permission } from "../../accounts/domain/permission.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { jobAskedTopic, jobTopic, type JobRow } from "../../jobs/domain/job.ts";
import { askForJob } from "../../jobs/storage/ask-for-job.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import type { ImportKey, ImportRow } from "../domain/import-row.ts";
import {
  rejectCommit,
  type CommitImportRejectionReason,
} from "../domain/import-verb-rejections.ts";
import { readImport } from "../queries/list-imports.ts";
import { findCommitted, lockImport } from "../storage/import-row.ts";
import { readingHashOf } from "../storage/reading-hash.ts";
import { importPermissions } from "./import-permission.ts";

export interface CommitImport extends ImportKey {
  permissions: ReadonlySet<Permission>;
  actorId: string;
  now: Date;
}

export type CommitImportOutcome =
  | { imported: ImportRow; job: JobRow }
  /** The same file was committed before, perhaps as another import: nothing is left to do. */
  | { already: ImportRow }
  | { rejection: Rejection<CommitImportRejectionReason> };

/** Asks for a job that does what the check showed: all rows that were ready, or nothing. */
export async function commitImport(
  em: EntityManager,
  doorbell: Doorbell,
  input: CommitImport,
): Promise<CommitImportOutcome> {
  const { warehouseId, id, actorId, now } = input;
  const outcome = await decideAgainAfterRace(() =>
    inTransaction<CommitImportOutcome>(em, async ({ db }) => {
      const held = await lockImport(db, input);
      if (!held) throw notFound("import");
      if (!input.permissions.has(importPermissions[held.kind]))
        return { rejection: rejectCommit("NOT_ALLOWED") };
      const already = await findCommitted(db, warehouseId, readingHashOf(held.contentHash, held));
      if (already) return { already };
      if (held.state !== "CHECKED" || held.planHash === null)
        return { rejection: rejectCommit("NOT_CHECKED") };
      if (held.rowsReady === 0) return { rejection: rejectCommit("NOTHING_READY") };
      const planHash = held.planHash.toString("hex");
      const job = await askForJob(db, {
        ...{ warehouseId, now, kind: "COMMIT_IMPORT", sessionId: null, askedBy: actorId },
        ...{ requestKey: `commit ${id} ${planHash}`, total: held.rowCount },
        request: { importId: id, planHash },
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
