import { ApproverLimits } from "@tallyroom/schema/operations/approver-limits.ts";
import { SaveApproverLimit } from "@tallyroom/schema/operations/save-approver-limit.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";

export interface Approver {
  id: string;
  name: string;
  /** Null where there is no limit. */
  valueAtMost: string | null;
  savedAt: string | undefined;
  /** A limit of somebody who may not approve any more, or not here. */
  mayApprove: boolean;
}

const ask = (warehouseId: string) => api.query(ApproverLimits, { warehouseId });

/** Who may approve in this warehouse, and how much in one count. */
export class ApproversDesk {
  readonly reading: Reading<Awaited<ReturnType<typeof ask>>>;
  readonly changing = new Changing();
  rejection = $state<string>();
  readonly mayChange = session.can("manage:users");
  readonly approvers: readonly Approver[] = $derived.by(() => {
    const { possibleApprovers = [], approverLimits = [] } = this.reading.answer ?? {};
    const limits = new Map(approverLimits.map((limit) => [limit.user?.id, limit]));
    const possible = new Set(possibleApprovers.map(({ id }) => id));
    const gone = approverLimits.flatMap(({ user }) =>
      user && !possible.has(user.id) ? [user] : [],
    );
    return [...possibleApprovers, ...gone].map(({ id, name }) => ({
      id,
      name,
      valueAtMost: limits.get(id)?.valueAtMost ?? null,
      savedAt: limits.get(id)?.savedAt,
      mayApprove: possible.has(id),
    }));
  });

  constructor() {
    this.reading = new Reading(() => {
      const warehouseId = currentWarehouse.value?.id;
      return warehouseId ? ask(warehouseId) : undefined;
    });
  }

  isSelf({ id }: Approver) {
    return id === session.viewer?.user.id;
  }

  /** Null takes the limit away. */
  async save({ id, name }: Approver, valueAtMost: string | null): Promise<boolean> {
    const warehouseId = currentWarehouse.value?.id ?? "";
    this.rejection = undefined;
    const answer = await this.changing.run(() =>
      api.mutate(SaveApproverLimit, { input: { warehouseId, userId: id, valueAtMost } }),
    );
    if (!answer) return false;
    const { saveApproverLimit: result } = answer;
    if ("message" in result) {
      this.rejection = result.message;
      return false;
    }
    await this.reading.again();
    toaster.say(
      valueAtMost === null ? `${name} has no limit.` : `${name} has a limit from now on.`,
    );
    return true;
  }
}
