import { untrack } from "svelte";
import { api } from "./api.svelte.ts";
import { asProblem, type Problem } from "./problem.ts";

/**
 * One question and its newest answer. Made while a component starts: whatever state `ask` reads
 * makes it ask again, and so does the server's return after an absence. The last answer stays on
 * the screen meanwhile.
 */
export class Reading<Answer> {
  answer = $state.raw<Answer>();
  problem = $state.raw<Problem>();
  isLoading = $state(true);
  #ask: () => Promise<Answer> | undefined;
  #newest = 0;

  /** `ask` gives nothing while there is nothing to ask yet. */
  constructor(ask: () => Promise<Answer> | undefined) {
    this.#ask = ask;
    $effect(() => {
      if (api.live.returnCount > 0 && untrack(() => this.problem?.kind === "network")) {
        void untrack(() => this.again());
      }
    });
    $effect(() => {
      const asked = this.#ask();
      if (asked) void untrack(() => this.#take(asked));
    });
  }

  async again() {
    const asked = this.#ask();
    if (asked) await this.#take(asked);
  }

  async #take(asked: Promise<Answer>) {
    const turn = ++this.#newest;
    this.isLoading = true;
    try {
      const answer = await asked;
      if (turn !== this.#newest) return;
      this.answer = answer;
      this.problem = undefined;
    } catch (thrown) {
      if (turn !== this.#newest) return;
      this.problem = asProblem(thrown);
    }
    this.isLoading = false;
  }
}
