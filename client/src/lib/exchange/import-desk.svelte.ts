import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { CheckImport } from "@tallyroom/schema/operations/check-import.ts";
import { CommitImport } from "@tallyroom/schema/operations/commit-import.ts";
import { ImportFile } from "@tallyroom/schema/operations/import-file.ts";
import type { ImportParts } from "@tallyroom/schema/operations/import-parts.ts";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { FollowJob, isOver, type Job } from "#lib/shared/api/follow-job.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";

import { putIn, takenOut, type Replacement } from "./replacements.ts";

export type ImportShown = ResultOf<typeof ImportParts>;
type Answer = ResultOf<typeof ImportFile>;
export type ImportFound = Extract<NonNullable<Answer["node"]>, { __typename: "Import" }>;
export type ImportTemplate = Answer["importTemplates"][number];
export type FieldName = ImportTemplate["fields"][number]["name"];
type Layout = ImportFound["layout"];

/** What somebody has chosen for a file and not checked yet. */
interface Draft {
  kind: ImportFound["kind"];
  columns: Partial<Record<FieldName, number>>;
  replacements: readonly Replacement[];
  layout: Partial<Pick<Layout, "encoding" | "delimiter" | "decimalSign" | "sheet" | "headerRow">>;
}

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
  readonly isChanged = $derived(this.draft !== undefined && this.#differs());
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
    $effect(() => () => this.following?.stop());
  }

  chooseKind(kind: ImportFound["kind"]) {
    if (!this.draft || !this.found) return;
    const fields = this.templates.find((each) => each.kind === kind)?.fields ?? [];
    const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
    const headings = this.found.layout.columns.map(bare);
    const columns = Object.fromEntries(
      fields.flatMap(({ name, label }) => {
        const at = headings.indexOf(bare(label));
        return at < 0 ? [] : [[name, at]];
      }),
    );
    this.draft = { ...this.draft, kind, columns, replacements: [] };
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
    if (this.draft) this.draft = { ...this.draft, layout: { ...this.draft.layout, ...layout } };
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

  async check() {
    const { draft } = this;
    if (!draft) return;
    const mapping = Object.entries(draft.columns).map(([field, column]) => ({
      field: field as FieldName,
      column,
    }));
    const { kind, replacements, layout } = draft;
    const input = { importId: this.idOf(), kind, mapping, ...layout };
    const put = replacements.map(({ field, from, to }) => ({ field, from, to }));
    const answer = await this.#run(() =>
      api.mutate(CheckImport, { input: { ...input, replacements: put } }),
    );
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

  #follow(job: Job) {
    this.following?.stop();
    const warehouseId = currentWarehouse.value?.id ?? "";
    this.following = new FollowJob(job, warehouseId, async (ended) => {
      this.following = undefined;
      if (ended.state !== "DONE") this.rejection = ended.error?.message ?? ended.message;
      this.draft = undefined;
      this.isEditing = false;
      await this.reading.again();
      this.checks += 1;
    });
  }

  /** What was found begins the draft; what was chosen since stays. */
  #begin(found: ImportFound) {
    if (this.draft && this.#differs()) return;
    this.draft = {
      kind: found.kind,
      columns: Object.fromEntries(found.mapping.map(({ field, column }) => [field, column])),
      replacements: found.replacements,
      layout: {},
    };
  }

  #differs(): boolean {
    const { found, draft } = this;
    if (!found || !draft) return false;
    const before = new Map(found.mapping.map(({ field, column }) => [field, column]));
    const now = Object.entries(draft.columns) as [FieldName, number][];
    return (
      draft.kind !== found.kind ||
      now.length !== before.size ||
      now.some(([field, column]) => before.get(field) !== column) ||
      JSON.stringify(draft.replacements) !== JSON.stringify(found.replacements) ||
      Object.entries(draft.layout).some(
        ([key, value]) => found.layout[key as keyof Draft["layout"]] !== value,
      )
    );
  }
}
