import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { readOptions } from "../../counting/queries/read-options.ts";
import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { JobError } from "../../jobs/domain/job.ts";
import type { JobOutcome, JobRun } from "../../jobs/storage/job-run.ts";
import { noticeTopic } from "../../notices/domain/notice.ts";
import { ledgerTopic } from "../../stock/domain/ledger-topic.ts";
import type { ImportKey } from "../domain/import-row.ts";
import { rowMapper, type MappedRow } from "../domain/mapped-row.ts";
import { withTheirRows } from "../domain/row-errors.ts";
import { RefusedFile } from "../domain/refused-file.ts";
import { OpenTable } from "../reader/open-table.ts";
import { replaceErrors } from "../storage/import-errors.ts";
import {
  findCommitted,
  lockImport,
  readContent,
  readHeld,
  saveCommitted,
  saveFindings,
} from "../storage/import-row.ts";
import { readingHashOf } from "../storage/reading-hash.ts";
import { CountRefused } from "../storage/record-imported-counts.ts";
import { planImport, type PlannedImport } from "./plan-import.ts";

/** Thrown through the work to roll it back, and told to whoever asked for it. */
class ImportStopped extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface JobParts {
  em: EntityManager;
  db: Db;
}

const changed = (what: string) =>
  new ImportStopped("CHANGED", `${what} has changed meanwhile: run the check again.`);

/** Judges every row and keeps what it finds; nothing else is changed. */
export async function runCheckImport({ em, db: pool }: JobParts, run: JobRun): Promise<JobOutcome> {
  const began = performance.now();
  const { key, request } = askedOf(run);
  return stoppable(async () => {
    const rows = await readRows(pool, key, run);
    await inTransaction(em, async ({ db }) => {
      await run.reached("CHECKING", rows.length);
      const held = await lockImport(db, key);
      if (!held || held.state === "COMMITTED") throw changed("The import");
      if (readingHashOf(held.contentHash, held).toString("hex") !== request.readingHash)
        throw changed("The mapping");
      const planned = await planImport(db, {
        ...{ held, rows, options: await readOptions(db, key.warehouseId) },
        ...{ actorId: run.job.askedById, now: run.now() },
      });
      await run.reached("SAVING", rows.length);
      await replaceErrors(db, key, withTheirRows(planned.errors, rows));
      const checkMs = performance.now() - began;
      await saveFindings(db, key, { ...planned, checkMs, now: run.now() });
      await run.complete(db, { importId: key.id });
    });
  });
}

/** Does what the check has shown, or nothing: what would come out differently by now is not done. */
export async function runCommitImport(
  { em, db: pool, doorbell }: JobParts & { doorbell: Doorbell },
  run: JobRun,
): Promise<JobOutcome> {
  const { key, request } = askedOf(run);
  const { warehouseId } = key;
  let sessionIds: number[] = [];
  const outcome = await stoppable(async () => {
    const rows = await readRows(pool, key, run);
    await inTransaction(em, async ({ db }) => {
      const held = await lockImport(db, key);
      if (!held) throw changed("The import");
      const already = await findCommitted(db, warehouseId, readingHashOf(held.contentHash, held));
      if (already) {
        await run.complete(db, { importId: already.id });
        return;
      }
      const actorId = run.job.askedById;
      const options = await readOptions(db, warehouseId);
      const planned = await planImport(db, { held, rows, options, actorId, now: run.now() });
      if (planned.planHash.toString("hex") !== request.planHash)
        throw changed("What the file would do");
      rows.length = 0; // judged: while it is written the plan is held alone
      ({ sessionIds } = await applied(planned, run));
      await saveCommitted(db, key, { actorId, now: run.now(), sessionIds });
      await run.complete(db, { importId: key.id });
    });
  });
  doorbell.ring(ledgerTopic(warehouseId));
  doorbell.ring(noticeTopic(warehouseId));
  for (const id of sessionIds) doorbell.ring(sessionTopic(warehouseId, id));
  return outcome;
}

const applied = (planned: PlannedImport, run: JobRun) =>
  planned.apply((done) => run.reached("WRITING", Math.min(done, run.job.total)));

function askedOf({ job }: JobRun) {
  const request = job.request as { importId: number; readingHash?: string; planHash?: string };
  const key: ImportKey = { warehouseId: job.warehouseId, id: request.importId };
  return { key, request };
}

/** Before the transaction: whatever the file does to its reader, nobody waits for it. */
async function readRows(db: Db, key: ImportKey, run: JobRun): Promise<MappedRow[]> {
  const held = await readHeld(db, key);
  const content = held && (await readContent(db, held));
  if (!content) throw changed("The import");
  const { encoding, delimiter, decimalSign, sheet, headerRow } = held.layout;
  const chosen = { encoding, delimiter, decimalSign, sheet, headerRow };
  const table = await OpenTable.open(content, chosen);
  const map = rowMapper(held.mapping, held.replacements);
  const rows: MappedRow[] = [];
  for await (const part of table.batches()) {
    for (const row of part) rows.push(map(row));
    await run.reached("READING", Math.min(rows.length, run.job.total));
  }
  return rows;
}

async function stoppable(work: () => Promise<void>): Promise<JobOutcome> {
  try {
    await work();
    return { kind: "COMPLETED" };
  } catch (error) {
    const stopped = stopOf(error);
    if (!stopped) throw error;
    return { kind: "REJECTED", error: stopped };
  }
}

function stopOf(error: unknown): JobError | null {
  const facts = (message: string) => ({ message, counts: [] });
  if (error instanceof ImportStopped) return { code: error.code, facts: facts(error.message) };
  if (error instanceof CountRefused) return { code: "ROW_REFUSED", facts: facts(error.message) };
  if (error instanceof RefusedFile) return { code: error.reason, facts: facts(error.message) };
  return null;
}
