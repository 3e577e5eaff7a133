import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { ApprovalPreview } from "@tallyroom/schema/operations/approval-preview.ts";
import { ApproveLines } from "@tallyroom/schema/operations/approve-lines.ts";
import { RejectLines } from "@tallyroom/schema/operations/reject-lines.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";
import { seesLineValues } from "../api-session-source.ts";
import { chosenOf, type LineChoice } from "./line-choice.ts";
import { linesInWords } from "./posting-words.ts";

export type ApprovalLook = ResultOf<typeof ApprovalPreview>["approvalPreview"];

/** The word of one approver: first what it would mean, then a yes or a no. */
export class Approving {
  shown = $state.raw<ApprovalLook>();
  rejection = $state<string>();
  /** The numbers are others than were shown: look again before anything is said. */
  isStale = $state(false);
  readonly changing = new Changing();
  readonly #chosen: ReturnType<typeof chosenOf>;

  constructor(sessionId: string, choice: LineChoice) {
    this.#chosen = chosenOf(sessionId, choice);
  }

  look() {
    return this.changing.run(async () => {
      const asked = { input: this.#chosen, seesValue: seesLineValues() };
      this.shown = (await api.query(ApprovalPreview, asked)).approvalPreview;
      this.rejection = undefined;
      this.isStale = false;
    });
  }

  /** True when it is said. */
  async approve(): Promise<boolean> {
    if (!this.shown?.canApprove || this.isStale) return false;
    const input = { ...this.#chosen, numbersDigest: this.shown.numbersDigest };
    const answer = await this.changing.run(() => api.mutate(ApproveLines, { input }));
    if (!answer) return false;
    const { approveLines: said } = answer;
    if (said.__typename === "LinesApproved") {
      toaster.say(`${linesInWords(said.lines)} approved.`);
      return true;
    }
    this.isStale = said.reason === "NUMBERS_CHANGED";
    this.rejection = said.message;
    return false;
  }

  async reject(reason: string): Promise<boolean> {
    const input = { ...this.#chosen, reason };
    const answer = await this.changing.run(() => api.mutate(RejectLines, { input }));
    if (!answer) return false;
    const { rejectLines: said } = answer;
    if (said.__typename === "LinesRejected") {
      toaster.say(`${linesInWords(said.lines)} rejected.`);
      return true;
    }
    this.rejection = said.message;
    return false;
  }
}
