import type { ResultOf, VariablesOf } from "@tallyroom/schema/graphql.ts";
import { ImportErrors } from "@tallyroom/schema/operations/import-errors.ts";
import type { WrongRow } from "@tallyroom/schema/operations/wrong-row.ts";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading, type Page } from "#lib/shared/api/paged-reading.svelte.ts";
import { ErrorChoice } from "./error-choice.svelte.ts";
import type { ImportDesk } from "./import-desk.svelte.ts";

type Node = Extract<NonNullable<ResultOf<typeof ImportErrors>["node"]>, { __typename: "Import" }>;
export type RowError = Node["errors"]["nodes"][number];
export type ShownError = RowError & { id: string };
type Row = NonNullable<
  Extract<NonNullable<ResultOf<typeof WrongRow>["node"]>, { __typename: "Import" }>["wrongRow"]
>;
export type LikelyValue = Row["likelyValues"][number];
export type RowDecision = NonNullable<VariablesOf<typeof ImportErrors>["decision"]>;
export type ErrorCode = NonNullable<VariablesOf<typeof ImportErrors>["code"]>;

async function ask(asked: VariablesOf<typeof ImportErrors>): Promise<Page<ShownError>> {
  const { node } = await api.query(ImportErrors, asked);
  const none = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
  if (node?.__typename !== "Import") return none;
  const { errors } = node;
  const named = errors.nodes.map((error) => ({
    ...error,
    id: `${error.row} ${error.field ?? "row"} ${error.code}`,
  }));
  return { ...errors, nodes: named };
}

/** What is wrong with a file: all of it, of one kind, or what is searched for. */
export class ErrorList {
  readonly reading: PagedReading<ShownError>;
  code = $state<ErrorCode | null>(null);
  decision = $state<RowDecision | "ALL">("ALL");
  search = $state("");
  /** The row that is looked at as a whole. */
  openRow = $state<number>();
  readonly choice = new ErrorChoice();

  constructor(deskOf: () => ImportDesk) {
    // What is found anew has other rows.
    $effect(() => {
      void [deskOf().checks, this.code, this.search, this.decision];
      untrack(() => this.choice.clear());
    });
    $effect(() => {
      void deskOf().checks;
      untrack(() => (this.openRow = undefined));
    });
    this.reading = new PagedReading((after) => {
      const { found, checks } = deskOf();
      const id = found?.id;
      if (!id || checks < 0) return undefined;
      const { code, search } = this;
      const decision = this.decision === "ALL" ? null : this.decision;
      // What is decided meanwhile stays where it stands, until it is asked for anew.
      const chosen = untrack(() => deskOf().chosen);
      return ask({ id, code, search: search || null, decision, chosen, after });
    });
  }
}
