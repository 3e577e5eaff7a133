import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { AuditLog } from "@tallyroom/schema/operations/audit-log.ts";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import type { CountDesk } from "../count-desk.svelte.ts";
import { decisions } from "#lib/shared/audit/decision-words.ts";

export type AuditEntry = ResultOf<typeof AuditLog>["auditLog"]["nodes"][number] & { id: string };

/** The decisions of one count, the latest first; new ones appear as they are made. */
export class AuditLogList {
  readonly reading: PagedReading<AuditEntry>;

  constructor({ sessionId, store }: CountDesk) {
    this.reading = new PagedReading((after) => {
      const warehouseId = currentWarehouse.value?.id;
      if (!warehouseId) return undefined;
      return api
        .query(AuditLog, { warehouseId, filter: { sessionId }, after })
        .then(({ auditLog }) => ({
          ...auditLog,
          nodes: auditLog.nodes.map((entry) => ({ ...entry, id: String(entry.sequence) })),
        }));
    });
    const latest = $derived(store.events.find(({ kind }) => kind in decisions)?.sequence);
    let known = untrack(() => latest);
    $effect(() => {
      if (latest === known) return;
      known = latest;
      untrack(() => void this.reading.again());
    });
  }
}
