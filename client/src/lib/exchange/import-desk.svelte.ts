import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { CheckImport } from "@tallyroom/schema/operations/check-import.ts";
import { CommitImport } from "@tallyroom/schema/operations/commit-import.ts";
import { ImportFile } from "@tallyroom/schema/operations/import-file.ts";
import type { ImportParts } from "@tallyroom/schema/operations/import-parts.ts";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { FollowJob, isOver } from "#lib/shared/api/follow-job.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { watchJobs, type Job } from "#lib/shared/api/watch-jobs.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";

import { columnsByHeading, differs, draftOf, leftOut, readAs, type Draft } from "./import-draft.ts";
import { putIn, takenOut, type Replacement } from "./replacements.ts";

export type ImportShown = ResultOf<typeof ImportParts>;
type Answer = ResultOf<typeof ImportFile>;
export type ImportFound = Extract<NonNullable<Answer["node"]>, { __typename: "Import" }>;
export type ImportTemplate = Answer["importTemplates"][number];
export type FieldName = ImportTemplate["fields"][number]["name"];
const ask = (id: string) => api.query(ImportFile, { id });

/** One file on its way from the drop to what it does. */
export class ImportDesk {
  readonly reading: Reading<Answer>;
  readonly changing = new Changing();
  draft = $state.raw<Draft>();
  following = $state.raw<FollowJob>();
  rejection = $state<string>();
  /** The file and its mapping are looked at again, though they were checked. */
  isEditing = $state(false);
  /** Somebody else has checked it as it is not read here. */
  isOvertaken = $state(false);
  #began: ImportFound | undefined;
  /** What jobs have told and was looked at already. */
  readonly #heard = new Set<string>();
  /** Grows with each check: whoever lists errors asks again. */
  checks = $state(0);
  readonly found = $derived.by(() => {
    const node = this.reading.answer?.node;
    return node?.__typename === "Import" ? node : undefined;
  });
  readonly templates = $derived.by(() => this.reading.answer?.importTemplates ?? []);
  readonly template = $derived(
    this.templates.find(({ kind }) => kind === (this.draft?.kind ?? this.found?.kind)),
  );
  readonly mayImport = $derived.by(
    () => session.can("create:stock-count") && (this.template?.isAllowed ?? false),
  );
  /** Something was chosen that no check has seen. */
  readonly isChanged = $derived(
    this.draft !== undefined && this.found !== undefined && differs(this.draft, this.found),
  );
  /** What the next check is told to put right and to leave out. */
  readonly chosen = $derived.by(() => {
    const { replacements = [], leftOutRows = [] } = this.draft ?? {};
    const put = replacements.map(({ field, from, to }) => ({ field, from, to }));
    return { replacements: put, leftOutRows: [...leftOutRows] };
  });
  readonly missing = $derived(
    (this.template?.fields ?? []).filter(
      ({ name, isRequired }) => isRequired && this.draft?.columns[name] === undefined,
    ),
  );

  constructor(private readonly idOf: () => string) {
    this.reading = new Reading(() => ask(this.idOf()));
    $effect(() => {
      const { found } = this;
      if (found) untrack(() => this.#begin(found));
      if (found?.job) untrack(() => this.#goOn(found));
    });
    $effect(() => {
      const warehouseId = currentWarehouse.value?.id;
      if (warehouseId === undefined) return;
      let isFirst = true;
      return watchJobs(warehouseId, (jobs) => {
        // What came between the question and the first word of the feed is asked for once more.
        if (isFirst) void this.reading.again();
        isFirst = false;
        this.#hear(jobs);
      });
    });
    $effect(() => () => this.following?.stop());
  }

  chooseKind(kind: ImportFound["kind"]) {
    if (!this.draft || !this.found) return;
    const fields = this.templates.find((each) => each.kind === kind)?.fields ?? [];
    const columns = columnsByHeading(this.found.layout.columns, fields);
    this.draft = { ...this.draft, kind, columns, replacements: [], leftOutRows: [] };
  }

  map(field: FieldName, column: number | undefined) {
    if (!this.draft) return;
    const { [field]: _, ...columns } = this.draft.columns;
    this.draft = {
      ...this.draft,
      columns: column === undefined ? columns : { ...columns, [field]: column },
    };
  }

  readAs(layout: Draft["layout"]) {
    if (this.draft) this.draft = readAs(this.draft, layout);
  }

  /** One value put right serves every row that has it. */
  replace(replacement: Replacement) {
    if (this.draft)
      this.draft = { ...this.draft, replacements: putIn(this.draft.replacements, replacement) };
  }

  /** What a value is read as from the next check on; undefined where it stays. */
  putFor({ field, from }: Pick<Replacement, "field" | "from">): string | undefined {
    return this.draft?.replacements.find((each) => each.field === field && each.from === from)?.to;
  }

  keepAsItIs(value: Pick<Replacement, "field" | "from">) {
    if (!this.draft) return;
    const checked = this.found?.replacements ?? [];
    this.draft = {
      ...this.draft,
      replacements: takenOut(this.draft.replacements, value, checked),
    };
  }

  /** Whatever is put right, these rows are not done; taken back, they are judged again. */
  leaveOut(rows: readonly number[], isLeftOut = true) {
    if (this.draft) this.draft = leftOut(this.draft, rows, isLeftOut);
  }

  isLeftOut(row: number): boolean {
    return this.draft?.leftOutRows.includes(row) ?? false;
  }

  /** What others have chosen meanwhile goes before what was chosen here. */
  takeTheirs() {
    if (this.found) this.#startFrom(this.found);
  }

  async check() {
    const { draft } = this;
    if (!draft) return;
    const mapping = Object.entries(draft.columns).map(([field, column]) => ({
      field: field as FieldName,
      column,
    }));
    const { kind, layout } = draft;
    const input = { importId: this.idOf(), kind, mapping, ...layout, ...this.chosen };
    const answer = await this.#run(() => api.mutate(CheckImport, { input }));
    const said = answer?.checkImport;
    if (said?.__typename === "CheckImportRejected") this.rejection = said.message;
    if (said?.__typename === "ImportCheckAskedFor") this.#follow(said.job);
  }

  async commit() {
    const input = { importId: this.idOf() };
    const answer = await this.#run(() => api.mutate(CommitImport, { input }));
    const said = answer?.commitImport;
    if (said?.__typename === "CommitImportRejected") this.rejection = said.message;
    if (said?.__typename === "ImportAlreadyDone") {
      toaster.say("This file was imported before: nothing was left to do.");
      await this.reading.again();
    }
    if (said?.__typename === "ImportCommitAskedFor") this.#follow(said.job);
  }

  #run<Given>(change: () => Promise<Given>): Promise<Given | undefined> {
    this.rejection = undefined;
    return this.changing.run(change);
  }

  /** What somebody has asked for before the page was opened goes on here, or says how it ended. */
  #goOn({ job, state }: ImportFound) {
    if (!job || this.following) return;
    if (!isOver(job)) this.#follow(job);
    else if (job.state !== "DONE" && state !== "COMMITTED" && !this.isChanged)
      this.rejection = job.error?.message ?? job.message;
  }

  /** What others ask for is followed, too: a check of theirs may read the file in another way. */
  #hear(jobs: readonly Job[]) {
    for (const job of jobs) {
      if (job.importId !== this.idOf() || job.id === this.following?.job.id) continue;
      const word = `${job.id} ${isOver(job) ? "over" : "begun"}`;
      if (this.#heard.has(word)) continue;
      this.#heard.add(word);
      void this.#lookAgain(isOver(job));
    }
  }

  async #lookAgain(isOver: boolean) {
    await this.reading.again();
    if (isOver) this.checks += 1;
  }

  #follow(job: Job) {
    this.following?.stop();
    this.rejection = undefined;
    this.#heard.add(`${job.id} begun`);
    const warehouseId = currentWarehouse.value?.id ?? "";
    this.following = new FollowJob(job, warehouseId, async (ended) => {
      this.following = undefined;
      this.#heard.add(`${ended.id} over`);
      if (ended.state !== "DONE") this.rejection = ended.error?.message ?? ended.message;
      await this.#lookAgain(true);
      if (!this.isChanged) this.isEditing = false;
    });
  }

  /** What was found begins the draft; what was chosen since stays, also where others have checked meanwhile. */
  #begin(found: ImportFound) {
    const { draft } = this;
    const began = this.#began;
    const isOpen = found.state !== "COMMITTED";
    if (!isOpen) this.isEditing = false;
    if (isOpen && draft && began && differs(draft, began) && differs(draft, found)) {
      this.isOvertaken = differs(draftOf(began), found);
      return;
    }
    this.#startFrom(found);
  }

  #startFrom(found: ImportFound) {
    this.#began = found;
    this.draft = draftOf(found);
    this.isOvertaken = false;
  }
}
