import { OrderVarianceReasons } from "@tallyroom/schema/operations/order-variance-reasons.ts";
import { SaveVarianceReason } from "@tallyroom/schema/operations/save-variance-reason.ts";
import { VarianceReasonUse } from "@tallyroom/schema/operations/variance-reason-use.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";
import { moved, type Reason } from "./reason-order.ts";

const ask = (seesUse: boolean) => api.query(VarianceReasonUse, { seesUse });

/** The reasons of the company, in the order in which people are offered them. */
export class ReasonsDesk {
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly changing = new Changing();
  rejection = $state<string>();
  readonly seesUse = $derived(session.can("view:expected-quantity"));
  readonly reasons = $derived.by(() => this.reading.answer?.varianceReasons ?? []);
  readonly inUse = $derived.by(() => this.reasons.filter(({ isActive }) => isActive));
  readonly useByCode = $derived.by(
    () => new Map(this.reading.answer?.varianceReasonUse?.map((use) => [use.code, use])),
  );
  readonly readOnlyBecause = $derived.by(() => {
    if (!session.can("manage:options"))
      return "You may read the reasons. To change them one needs “Change options, tolerances and reasons”.";
    if (!session.viewer?.user.seesAllWarehouses)
      return "Reasons are of the company: they are changed by those who see every warehouse.";
    return undefined;
  });

  constructor() {
    this.reading = new Reading(() => ask(this.seesUse));
  }

  async save(reason: Reason, done: string): Promise<boolean> {
    const input = { code: reason.code, name: reason.name, isActive: reason.isActive };
    const answer = await this.#run(() => api.mutate(SaveVarianceReason, { input }));
    return this.#settle(answer?.saveVarianceReason, done);
  }

  async move({ code, name }: Reason, by: 1 | -1) {
    const input = { codes: moved(this.reasons, code, by) };
    const answer = await this.#run(() => api.mutate(OrderVarianceReasons, { input }));
    const place = input.codes.indexOf(code) + 1;
    await this.#settle(answer?.orderVarianceReasons, `“${name}” is offered in place ${place}.`);
  }

  #run<Answer>(change: () => Promise<Answer>) {
    this.rejection = undefined;
    return this.changing.run(change);
  }

  async #settle(result: { __typename: string; message?: string } | undefined, done: string) {
    if (!result) return false;
    await this.reading.again();
    if (result.message !== undefined) {
      this.rejection = result.message;
      return false;
    }
    toaster.say(done);
    return true;
  }
}
