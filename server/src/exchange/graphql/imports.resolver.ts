import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { Job } from "../../jobs/graphql/objects.ts";
import { toJob } from "../../jobs/graphql/to-object.ts";
import { PageArgs } from "../../shared/connection.ts";
import { singleKeyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { checkImport } from "../commands/check-import.ts";
import { commitImport } from "../commands/commit-import.ts";
import { importPermissions } from "../commands/import-permission.ts";
import { importFields, importKinds } from "../domain/import-kind.ts";
import { importTemplatePath } from "../domain/import-paths.ts";
import type { RowDecision } from "../domain/left-out-rows.ts";
import { rowErrorWords, type RowErrorCode } from "../domain/row-errors.ts";
import { findImportJob } from "../queries/find-import-job.ts";
import * as imports from "../queries/list-imports.ts";
import { listLikelyValues } from "../queries/list-likely-values.ts";
import { ImportErrorCode, ImportRowDecision } from "./enums.ts";
import { chosenFromInput, readingFromInput } from "./from-input.ts";
import { CheckImportInput, CommitImportInput, ImportChosenInput } from "./inputs.ts";
import * as errorObjects from "./error-objects.ts";
import * as objects from "./objects.ts";
import { toImport, toImportError, toWrongRow } from "./to-object.ts";

@Resolver(() => objects.Import)
export class ImportsResolver {
  @Query(() => [objects.ImportTemplate], { description: "What can be imported, and how." })
  importTemplates(@Ctx() context: RequestContext): objects.ImportTemplate[] {
    return importKinds.map((kind) => ({
      kind,
      path: importTemplatePath(kind, "csv"),
      workbookPath: importTemplatePath(kind, "xlsx"),
      isAllowed: context.may(importPermissions[kind]),
      fields: importFields[kind].map(({ key, ...field }) => ({ ...field, name: key })),
    }));
  }

  @Query(() => objects.ImportConnection, {
    description: "The files that came to a warehouse, the latest first.",
  })
  async imports(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const found = await imports.listImports(context.db, warehouseId, page);
    return objects.ImportConnection.from(found, toImport);
  }

  @Mutation(() => objects.CheckImportResult, {
    description: "Judges every row of a file and changes nothing: a job does it.",
  })
  async checkImport(
    @Arg("input", () => CheckImportInput, { description: "Which, and how it is read." })
    input: CheckImportInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const outcome = await checkImport(context.em, context.server.doorbell, {
      ...importOf(context, input.importId),
      ...readingFromInput(input),
    });
    if ("rejection" in outcome) {
      const { reason, message } = outcome.rejection;
      return objects.CheckImportRejected.because(reason, message);
    }
    const answer = { import: toImport(outcome.imported), job: toJob(outcome.job) };
    return Object.assign(new objects.ImportCheckAskedFor(), answer);
  }

  @Mutation(() => objects.CommitImportResult, {
    description: "Does what the check of a file has shown, all of it or nothing: a job does it.",
  })
  async commitImport(
    @Arg("input", () => CommitImportInput, { description: "Which." })
    { importId }: CommitImportInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const asked = importOf(context, importId);
    const outcome = await commitImport(context.em, context.server.doorbell, asked);
    if ("rejection" in outcome)
      return objects.CommitImportRejected.because(outcome.rejection.reason);
    if ("already" in outcome)
      return Object.assign(new objects.ImportAlreadyDone(), { import: toImport(outcome.already) });
    const answer = { import: toImport(outcome.imported), job: toJob(outcome.job) };
    return Object.assign(new objects.ImportCommitAskedFor(), answer);
  }

  @FieldResolver(() => errorObjects.ImportErrorConnection, {
    description: "All that is wrong with its rows, in the order of the file.",
  })
  async errors(
    @Root() { warehouseId, rowId: id, kind, replacements, leftOutRows }: objects.Import,
    @Arg("code", () => ImportErrorCode, { nullable: true, description: "Only this kind." })
    code: RowErrorCode | null,
    @Arg("search", () => String, {
      nullable: true,
      description: "Only with this in the value or the sentence, or of this row.",
    })
    search: string | null,
    @Arg("decision", () => ImportRowDecision, {
      nullable: true,
      description: "Only of rows of which this becomes.",
    })
    decision: RowDecision | null,
    @Arg("chosen", () => ImportChosenInput, {
      nullable: true,
      description: "What is chosen for the next check; left out, what the latest was told.",
    })
    chosen: ImportChosenInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<object> {
    const filter = {
      ...{ code: code ?? null, search: search ?? null, decision: decision ?? null },
      chosen: chosen ? chosenFromInput(chosen) : { replacements, leftOutRows },
    };
    const found = await imports.listImportErrors(db, { warehouseId, id }, filter, page);
    return errorObjects.ImportErrorConnection.from(found, (error) => toImportError(kind, error));
  }

  @FieldResolver(() => errorObjects.ImportErrorFigures, {
    description: "How many rows that are wrong are decided, as things are chosen.",
  })
  async errorFigures(
    @Root() { warehouseId, rowId: id, replacements, leftOutRows }: objects.Import,
    @Arg("chosen", () => ImportChosenInput, {
      nullable: true,
      description: "What is chosen for the next check; left out, what the latest was told.",
    })
    chosen: ImportChosenInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<errorObjects.ImportErrorFigures> {
    const asked = chosen ? chosenFromInput(chosen) : { replacements, leftOutRows };
    const rows = await imports.countRowDecisions(db, { warehouseId, id }, asked);
    return { toDecide: rows.TO_DECIDE, fixed: rows.FIXED, leftOut: rows.LEFT_OUT };
  }

  @FieldResolver(() => errorObjects.ImportRow, {
    nullable: true,
    description: "A row that is wrong; null where nothing is wrong with it.",
  })
  async wrongRow(
    @Root() { warehouseId, rowId: id, kind }: objects.Import,
    @Arg("number", () => Int, { description: "Its number in the file, from 1." }) number: number,
    @Ctx() { db }: RequestContext,
  ): Promise<errorObjects.ImportRow | null> {
    const key = { warehouseId, id };
    const [first, ...others] = await imports.readRowErrors(db, key, number);
    if (!first) return null;
    const likely = await listLikelyValues(db, key, [first, ...others]);
    return toWrongRow(kind, [first, ...others], likely);
  }

  @FieldResolver(() => [errorObjects.ImportErrorGroup], {
    description: "What kinds of errors there are, that of the most rows first.",
  })
  async errorGroups(
    @Root() { warehouseId, rowId: id }: objects.Import,
    @Ctx() { db }: RequestContext,
  ): Promise<errorObjects.ImportErrorGroup[]> {
    const groups = await imports.groupImportErrors(db, { warehouseId, id });
    return groups.map((group) => ({ ...group, name: rowErrorWords[group.code] }));
  }

  @FieldResolver(() => objects.Import, {
    nullable: true,
    description: "The import that did the same before; null where none has.",
  })
  async earlier(
    @Root() { warehouseId, rowId: id }: objects.Import,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.Import | null> {
    const twin = await imports.findTwin(db, { warehouseId, id });
    return twin && toImport(twin);
  }

  @FieldResolver(() => Job, {
    nullable: true,
    description: "The job that was last asked for it, under way or ended; null where none was.",
  })
  async job(
    @Root() { warehouseId, rowId: id }: objects.Import,
    @Ctx() { db }: RequestContext,
  ): Promise<Job | null> {
    const found = await findImportJob(db, { warehouseId, id });
    return found && toJob(found);
  }

  @FieldResolver(() => [CountSession], { description: "The counts that its rows went to." })
  sessions(
    @Root() { warehouseId, sessionRowIds }: objects.Import,
    @Ctx() context: RequestContext,
  ): Promise<CountSession[]> {
    return Promise.all(
      sessionRowIds.map(async (id) =>
        toSession(await loadSession(context.db, warehouseId, id), lookerOf(context)),
      ),
    );
  }

  @FieldResolver(() => User, { nullable: true, description: "Who sent it." })
  uploadedBy(
    @Root() { uploadedById }: objects.Import,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, uploadedById);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who had it done." })
  committedBy(
    @Root() { committedById }: objects.Import,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, committedById);
  }
}

function importOf(context: RequestContext, importId: string) {
  const { warehouseId, rowId: id } = warehouseKeyOf(importId, "Import");
  context.requireWarehouse(warehouseId, "import");
  const { actor, now } = context;
  return { warehouseId, id, permissions: actor.permissions, actorId: actor.userId, now };
}
