import { AuditEntries } from "@tallyroom/schema/operations/audit-entries.ts";
import { AuditFeed } from "@tallyroom/schema/operations/audit-feed.ts";
import { untrack } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import type { AuditEntry, AuditQuestion } from "./audit-question.svelte.ts";

const pageSize = 60;

/** Decisions that answer the question. New ones wait above the list until they are asked for. */
export class AuditList {
  readonly reading: PagedReading<AuditEntry>;
  /** How many have come since the list was read, of those that are looked for. */
  waiting = $state(0);
  #lastSeen = 0;
  #turn = 0;

  constructor(private readonly question: AuditQuestion) {
    this.reading = new PagedReading((after) => this.#read(after));
    $effect(() => {
      const { warehouseId } = question;
      if (warehouseId === "") return;
      return keepFollowing(({ onWell, onProblem }) =>
        api.follow(
          AuditFeed,
          { warehouseId },
          {
            onData: ({ auditFeed }) => {
              onWell();
              untrack(() => void this.#hear(auditFeed.lastSequence));
            },
            onProblem,
          },
        ),
      );
    });
  }

  async show() {
    this.waiting = 0;
    await this.reading.again();
  }

  async #read(after: string | null) {
    const { warehouseId, filter } = this.question;
    if (warehouseId === "") return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const { auditLog } = await api.query(AuditEntries, {
      warehouseId,
      filter,
      first: pageSize,
      after,
    });
    const nodes = auditLog.nodes.map((entry) => ({ ...entry, id: String(entry.sequence) }));
    if (after === null) {
      this.waiting = 0;
      this.#turn += 1;
    }
    return { ...auditLog, nodes };
  }

  /** The chain has grown: how much of it is looked for is the server's to say. */
  async #hear(lastSequence: number) {
    const isFirst = this.#lastSeen === 0;
    const newest = this.reading.rows[0]?.sequence ?? (isFirst ? lastSequence : this.#lastSeen);
    this.#lastSeen = lastSequence;
    if (lastSequence <= newest) return;
    const turn = this.#turn;
    const { warehouseId, filter } = this.question;
    const asked = { warehouseId, filter: { ...filter, afterSequence: newest }, first: 1 };
    // What cannot be asked now is asked when the chain grows again.
    const answer = await api.query(AuditEntries, asked).catch(() => undefined);
    if (answer && turn === this.#turn) this.waiting = answer.auditLog.totalCount;
  }
}
