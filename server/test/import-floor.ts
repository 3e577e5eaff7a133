import { readFile } from "node:fs/promises";
import { permissions, type Permission } from "../src/accounts/domain/permission.ts";
import { addImport, type AddImportOutcome } from "../src/exchange/commands/add-import.ts";
import { checkImport, type CheckImport } from "../src/exchange/commands/check-import.ts";
import { commitImport } from "../src/exchange/commands/commit-import.ts";
import type { ImportKind } from "../src/exchange/domain/import-kind.ts";
import type { ImportRow } from "../src/exchange/domain/import-row.ts";
import { readImport, readImportErrors } from "../src/exchange/queries/list-imports.ts";
import type { JobRow } from "../src/jobs/domain/job.ts";
import { JobFloor } from "./job-floor.ts";
import { at, type CountedWarehouse } from "./counted-warehouse.ts";
import type { TestDatabase } from "./test-database.ts";

const shipped = new URL("../src/demonstration/data/", import.meta.url);

/** The tables of AdventureWorks that the demonstration is made of. */
export const adventureWorks = (name: "items" | "locations" | "stock") =>
  readFile(new URL(`${name}.csv`, shipped));

/** Files that come to a warehouse, and the server that works at them. */
export class ImportFloor {
  private constructor(
    readonly database: TestDatabase,
    readonly jobs: JobFloor,
  ) {}

  static async open(database: TestDatabase): Promise<ImportFloor> {
    const jobs = await JobFloor.open(database);
    jobs.worker().start();
    return new ImportFloor(database, jobs);
  }

  get warehouse(): CountedWarehouse {
    return this.jobs.floor.warehouse;
  }

  add(
    content: Buffer | string,
    kind: ImportKind | null = null,
    uploadedBy = "ines",
  ): Promise<AddImportOutcome> {
    return addImport(this.database.orm.em, {
      ...{ warehouseId: this.warehouse.stocked.warehouseId, kind, uploadedBy, now: at(58) },
      ...{ fileName: "file.csv", content: Buffer.from(content) },
    });
  }

  async added(content: Buffer | string, kind: ImportKind | null = null): Promise<ImportRow> {
    const outcome = await this.add(content, kind);
    if ("refused" in outcome) throw new Error(outcome.refused.message);
    return outcome.added;
  }

  /** As it was found, unless something else is chosen; until the job has ended. */
  async check(file: ImportRow, chosen: Partial<CheckImport> = {}): Promise<ImportRow> {
    const outcome = await this.askCheck(file, chosen);
    if ("rejection" in outcome) throw new Error(outcome.rejection.message);
    const job = await this.jobs.ended(outcome.job.id);
    if (job.state !== "DONE") throw new Error(JSON.stringify(job.errorFacts));
    return this.read(file);
  }

  askCheck(file: ImportRow, chosen: Partial<CheckImport> = {}) {
    const { warehouseId, id, kind, mapping, replacements, leftOutRows } = file;
    return checkImport(this.database.orm.em, this.jobs.doorbell, {
      ...{ warehouseId, id, kind, mapping, replacements, leftOutRows, layout: {} },
      ...{ permissions: everything, actorId: "ines", now: at(59), ...chosen },
    });
  }

  askCommit(
    { warehouseId, id }: ImportRow,
    allowed: readonly Permission[] = permissions,
    actorId = "ines",
  ) {
    const may = { permissions: new Set(allowed), actorId, now: at(59) };
    return commitImport(this.database.orm.em, this.jobs.doorbell, { warehouseId, id, ...may });
  }

  async commit(file: ImportRow, actorId = "ines"): Promise<JobRow> {
    const outcome = await this.askCommit(file, permissions, actorId);
    if (!("job" in outcome)) throw new Error(JSON.stringify(outcome));
    return this.jobs.ended(outcome.job.id);
  }

  /** From the file to what it says, with nothing wrong. */
  async import(content: Buffer | string, kind: ImportKind): Promise<ImportRow> {
    const file = await this.check(await this.added(content, kind));
    const errors = await this.errors(file);
    if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
    const job = await this.commit(file);
    if (job.state !== "DONE") throw new Error(JSON.stringify(job.errorFacts));
    return this.read(file);
  }

  async read({ warehouseId, id }: ImportRow): Promise<ImportRow> {
    const row = await readImport(this.database.db, { warehouseId, id });
    if (!row) throw new Error("There is no such import.");
    return row;
  }

  errors({ warehouseId, id }: ImportRow) {
    return readImportErrors(this.database.db, { warehouseId, id });
  }

  close(): Promise<void> {
    return this.jobs.close();
  }
}

const everything = new Set<Permission>(permissions);
