import { VarianceReasons as AllReasons } from "@tallyroom/schema/operations/variance-reasons.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";

/** The reasons a variance can have. Make it while a component starts. */
export class VarianceReasons {
  #reading = new Reading(() => api.query(AllReasons, {}));
  readonly #all = $derived(this.#reading.answer?.varianceReasons ?? []);
  readonly choices = $derived([
    { value: "", label: "No reason yet" },
    ...this.#all
      .filter(({ isActive }) => isActive)
      .map(({ code, name }) => ({ value: code, label: name })),
  ]);

  nameOf(code: string | null | undefined): string | undefined {
    if (!code) return undefined;
    return this.#all.find((each) => each.code === code)?.name ?? code;
  }
}
