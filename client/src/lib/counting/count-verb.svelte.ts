import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";

/** What was not done says why. */
export type VerbAnswer = { __typename: string } | { __typename: string; message: string };

/** One thing that is done with a count, and what the server says to it. */
export class CountVerb {
  readonly changing = new Changing();
  rejection = $state<string>();

  /** True when it is done. */
  async run(done: string, change: () => Promise<VerbAnswer>): Promise<boolean> {
    this.rejection = undefined;
    const answer = await this.changing.run(change);
    if (!answer) return false;
    if ("message" in answer) {
      this.rejection = answer.message;
      return false;
    }
    toaster.say(done);
    return true;
  }
}
