import { asProblem, type Problem } from "./problem.ts";

/** A change under way: its button waits, and its problem is shown beside it. */
export class Changing {
  isBusy = $state(false);
  problem = $state.raw<Problem>();

  /** Gives the answer, or nothing when there was a problem; a second press while busy does nothing. */
  async run<Answer>(change: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    this.problem = undefined;
    try {
      return await change();
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}
