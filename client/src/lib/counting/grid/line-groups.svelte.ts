import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { LineGroups as LineGroupsQuery } from "@tallyroom/schema/operations/line-groups.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { seesLineValues } from "../api-session-source.ts";
import { noReason, type Narrowing } from "../board-question.svelte.ts";
import type { LineGrouping } from "../line-question.ts";
import type { GridDesk } from "./grid-desk.svelte.ts";

type Session = NonNullable<ResultOf<typeof LineGroupsQuery>["countSession"]>;
type Group = Session["lineGroups"][number];

export interface GroupRow {
  name: string;
  about: string | undefined;
  /** What leads from the group to its lines; undefined where nothing does. */
  narrowing: Narrowing | undefined;
  totals: Group["totals"];
}

export const groupsAtMost = 500;

/** What the grid's question finds, summed by what it shares. Make it while a component starts. */
export class LineGroups {
  #reading: Reading<{ by: LineGrouping; groups: readonly Group[] }>;
  #desk: () => GridDesk;
  readonly rows: readonly GroupRow[] | undefined = $derived.by(() => {
    const { answer } = this.#reading;
    return answer?.groups.map((group) => this.#rowOf(answer.by, group));
  });

  constructor(desk: () => GridDesk, by: () => LineGrouping) {
    this.#desk = desk;
    this.#reading = new Reading(() => {
      const { question, store } = desk();
      void store.totals; // read again, at most once a second, as entries arrive
      const { view, search, filter } = question.value;
      const grouping = by();
      return api
        .query(LineGroupsQuery, {
          sessionId: desk().desk.sessionId,
          by: grouping,
          first: groupsAtMost,
          seesValue: seesLineValues(),
          query: { view, search: search || null, ...(filter && { filter }) },
        })
        .then(({ countSession }) => ({ by: grouping, groups: countSession?.lineGroups ?? [] }));
    });
  }

  get problem() {
    return this.#reading.problem;
  }

  again() {
    void this.#reading.again();
  }

  #rowOf(by: LineGrouping, { location, item, category, reasonCode, totals }: Group): GroupRow {
    const made = (name: string, narrowing: Narrowing | undefined, about?: string) => ({
      ...{ name, about, totals },
      narrowing: narrowing && { ...narrowing, group: "" },
    });
    switch (by) {
      case "LOCATION":
        return made(location?.code ?? "", { place: location?.id ?? "" }, location?.name);
      case "ITEM":
        return made(item?.sku ?? "", { item: item?.id ?? "" }, item?.description);
      case "CATEGORY":
        return made(
          category?.name ?? "Without a category",
          category ? { category: category.id } : undefined,
        );
      case "REASON":
        return made(this.#desk().reasons.nameOf(reasonCode) ?? "No reason given", {
          reason: reasonCode ?? noReason,
        });
    }
  }
}
