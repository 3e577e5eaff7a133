import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { ProposedBarcodes } from "@tallyroom/schema/operations/proposed-barcodes.ts";
import { SettleProposedBarcode } from "@tallyroom/schema/operations/settle-proposed-barcode.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";

export type ProposedCode = ResultOf<typeof ProposedBarcodes>["proposedBarcodes"][number];

/** Codes that counters took for items, waiting for a yes or a no. */
export class CodesDesk {
  readonly reading = new Reading(() => api.query(ProposedBarcodes, { isWaiting: true }));
  readonly changing = new Changing();
  rejection = $state<string>();
  readonly codes = $derived.by(() => this.reading.answer?.proposedBarcodes ?? []);

  async settle({ item, code }: ProposedCode, isAccepted: boolean) {
    this.rejection = undefined;
    const input = { itemId: item.id, code, isAccepted };
    const answer = await this.changing.run(() => api.mutate(SettleProposedBarcode, { input }));
    if (!answer) return;
    await this.reading.again();
    const settled = answer.settleProposedBarcode;
    if ("message" in settled) this.rejection = settled.message;
    else
      toaster.say(isAccepted ? `${code} is a code of ${item.sku} now.` : `${code} stays unknown.`);
  }
}
