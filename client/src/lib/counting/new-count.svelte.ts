import { CountPreview } from "@tallyroom/schema/operations/count-preview.ts";
import { CreateCountSession } from "@tallyroom/schema/operations/create-count-session.ts";
import { StartCountSession } from "@tallyroom/schema/operations/start-count-session.ts";
import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { instantAt } from "#lib/shared/text/instant-at.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";
import type { CountType } from "./count-session.ts";
import { typeWords } from "./count-words.ts";

/** Those that are planned by hand here; single items are named through the API. */
export const plannedTypes = (Object.keys(typeWords) as CountType[]).filter(
  (type) => type !== "ITEMS",
);

const choosingTypes: readonly CountType[] = [
  "ABC",
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "LOW_VALUE",
  "HIGH_VALUE",
  "RANDOM",
];

type Scope = NonNullable<VariablesOf<typeof CreateCountSession>["input"]["scope"]>;

/** A count being planned, and what it would cover. */
export class NewCount {
  title = $state("");
  countType = $state<CountType>("FULL");
  zoneIds = $state<string[]>([]);
  categoryId = $state("");
  supplierId = $state("");
  abcClass = $state("");
  lots = $state("");
  isBlind = $state(true);
  /** A wall clock of the warehouse. */
  deadline = $state("");
  rejection = $state<string>();

  readonly choosesLots = $derived(choosingTypes.includes(this.countType));
  readonly isComplete = $derived(
    (this.countType !== "LOCATIONS" || this.zoneIds.length > 0) &&
      (this.countType !== "CATEGORY" || this.categoryId !== "") &&
      (this.countType !== "SUPPLIER" || this.supplierId !== ""),
  );
  readonly lotsError = $derived(
    this.lots && !this.#lotsToCount ? "A whole number, 1 or more." : undefined,
  );
  readonly suggestedTitle = $derived(typeWords[this.countType]);
  readonly preview: Reading<{ asked: string; found: Awaited<ReturnType<typeof askPreview>> }>;
  /** What it would cover as it is planned now; an answer about another plan is none. */
  readonly covered = $derived.by(() => {
    const { answer } = this.preview;
    return this.isComplete && answer?.asked === this.#asked ? answer.found : undefined;
  });

  constructor() {
    this.preview = new Reading(() => {
      const warehouse = currentWarehouse.value;
      if (!warehouse || !this.isComplete || this.lotsError) return undefined;
      const asked = this.#asked;
      const input = { warehouseId: warehouse.id, countType: this.countType, scope: this.#scope };
      return askPreview(input).then((found) => ({ asked, found }));
    });
  }

  get #asked(): string {
    return JSON.stringify([currentWarehouse.value?.id, this.countType, this.#scope]);
  }

  get #lotsToCount(): number | undefined {
    const lots = Number(parseDecimal(this.lots) ?? "");
    return Number.isInteger(lots) && lots > 0 ? lots : undefined;
  }

  get #scope(): Scope {
    return {
      ...(this.zoneIds.length > 0 && { locationIds: this.zoneIds }),
      ...(this.categoryId && { categoryId: this.categoryId }),
      ...(this.supplierId && { supplierId: this.supplierId }),
      ...(this.abcClass && { abcClass: this.abcClass }),
      ...(this.choosesLots && this.#lotsToCount && { lotsToCount: this.#lotsToCount }),
    };
  }

  /** Plans it, and begins it if asked; answers with its id, or says why not. */
  async create({ isStarting }: { isStarting: boolean }): Promise<string | undefined> {
    const warehouse = currentWarehouse.value;
    this.rejection = undefined;
    if (!warehouse) return undefined;
    const { createCountSession: made } = await api.mutate(CreateCountSession, {
      input: {
        warehouseId: warehouse.id,
        title: this.title.trim() || this.suggestedTitle,
        countType: this.countType,
        isBlind: this.isBlind,
        scope: this.#scope,
        ...(this.deadline && {
          deadlineAt: instantAt(this.deadline, warehouse.timeZone).toISOString(),
        }),
      },
    });
    if (made.__typename === "CreateCountSessionRejected") {
      this.rejection = made.message;
      return undefined;
    }
    const { id } = made.session;
    if (!isStarting) return id;
    const { startCountSession: begun } = await api.mutate(StartCountSession, {
      input: { sessionId: id },
    });
    // It is kept as a draft then, and its page says what it is.
    if (begun.__typename === "StartCountSessionRejected") this.rejection = begun.message;
    return id;
  }
}

async function askPreview(input: VariablesOf<typeof CountPreview>["input"]) {
  const seesValue = session.can("view:expected-quantity") && session.can("view:cost");
  return (await api.query(CountPreview, { input, seesValue })).countPreview;
}
