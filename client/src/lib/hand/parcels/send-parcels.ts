import { jitteredDelayMs } from "#lib/shared/api/jittered-delay.ts";
import { asProblem } from "#lib/shared/api/problem.ts";
import type { Drained } from "../outbox/sender.ts";
import { remedyFor } from "../outbox/judge-trouble.ts";
import type { KeptParcel } from "./parcel.ts";
import type { Parcels } from "./parcels.ts";

/** How a parcel reaches the server; false where the server will never take it. Throws a Problem otherwise. */
export type DeliverParcel = (parcel: KeptParcel) => Promise<boolean>;

/** Once through what waits, when the entries that it belongs to have been sent. */
export class ParcelSender {
  #tries = 0;

  constructor(
    private readonly parcels: Pick<Parcels, "waiting" | "sent" | "refused">,
    private readonly deliver: DeliverParcel,
    private readonly whoAsks: () => Promise<string | null>,
  ) {}

  async send(userId: string): Promise<Drained> {
    try {
      for (const parcel of await this.parcels.waiting(userId)) {
        // Another person may have signed in in this browser: nothing is sent in a wrong name.
        if ((await this.whoAsks()) !== userId) return { kind: "EMPTY" };
        await this.#sendOne(parcel);
        this.#tries = 0;
      }
      return { kind: "EMPTY" };
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (remedyFor(problem.kind) === "PAUSE") return { kind: "PAUSED", problem };
      return { kind: "LATER", delayMs: jitteredDelayMs(this.#tries++), problem };
    }
  }

  async #sendOne(parcel: KeptParcel): Promise<void> {
    if (await this.deliver(parcel)) await this.parcels.sent(parcel);
    else await this.parcels.refused(parcel);
  }
}
