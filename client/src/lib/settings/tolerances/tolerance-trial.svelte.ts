import { TryTolerance } from "@tallyroom/schema/operations/try-tolerance.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { asProblem, type Problem } from "#lib/shared/api/problem.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";
import { NamedSearch } from "#lib/shared/ui/named-search.svelte.ts";
import type { ToleranceDesk } from "./tolerance-desk.svelte.ts";
import { asInput, isReady } from "./tolerance-rule.ts";
import type { Trial } from "./trial-words.ts";

const pauseMs = 200;

/** A line that nobody has counted, judged by the server as the rules are now, saved or not. */
export class ToleranceTrial {
  expected = $state("100");
  counted = $state("96");
  cost = $state("2.50");
  abcClass = $state("");
  readonly item = new NamedSearch("item");
  readonly place = new NamedSearch("location");
  trial = $state.raw<Trial>();
  problem = $state.raw<Problem>();
  /** Which rule of the page decides, from 1 on: those without a limit yet are not sent. */
  readonly deciding = $derived.by(() => {
    const position = this.trial?.rulePosition ?? null;
    if (position === null || !this.desk.isEditable) return position;
    const rule = this.desk.rules.filter(isReady)[position - 1];
    return rule ? this.desk.rules.indexOf(rule) + 1 : null;
  });
  readonly #input = $derived.by(() => this.#asked());

  constructor(private readonly desk: ToleranceDesk) {
    $effect(() => {
      const input = this.#input;
      if (!input) {
        this.trial = undefined;
        return;
      }
      let isOver = false;
      const timer = setTimeout(() => {
        api
          .query(TryTolerance, { input })
          .then(({ tryTolerance }) => {
            if (isOver) return;
            this.trial = tryTolerance;
            this.problem = undefined;
          })
          .catch((thrown: unknown) => {
            if (!isOver) this.problem = asProblem(thrown);
          });
      }, pauseMs);
      return () => {
        isOver = true;
        clearTimeout(timer);
      };
    });
  }

  /** Nothing while what is typed is no number. */
  #asked() {
    const warehouse = currentWarehouse.value;
    const expected = parseDecimal(this.expected);
    const counted = parseDecimal(this.counted);
    const unitCost = this.cost.trim() === "" ? null : parseDecimal(this.cost);
    if (!warehouse || !expected || !counted || unitCost === undefined) return undefined;
    const line = {
      ...{ warehouseId: warehouse.id, expected, counted, unitCost },
      ...{ abcClass: this.abcClass || null, itemId: this.item.chosen?.id ?? null },
      locationId: this.place.chosen?.id ?? null,
    };
    if (this.desk.isEditable)
      return { ...line, rules: this.desk.rules.filter(isReady).map(asInput) };
    return this.desk.latest === 0
      ? line
      : { ...line, version: this.desk.version ?? this.desk.latest };
  }
}
