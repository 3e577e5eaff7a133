import type { ResultOf, VariablesOf } from "@tallyroom/schema/graphql.ts";
import { CountChecks } from "@tallyroom/schema/operations/count-checks.ts";
import { PostSession } from "@tallyroom/schema/operations/post-session.ts";
import { PostingPreview } from "@tallyroom/schema/operations/posting-preview.ts";
import { SelectLines } from "@tallyroom/schema/operations/select-lines.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Changing } from "#lib/shared/api/changing.svelte.ts";
import { seesLineValues } from "../api-session-source.ts";
import { FollowJob } from "#lib/shared/api/follow-job.svelte.ts";
import { chosenOf, type LineChoice } from "./line-choice.ts";

export type Preview = ResultOf<typeof PostingPreview>["postingPreview"];
export type Checks = NonNullable<ResultOf<typeof CountChecks>["countSession"]>;
export type PostingQuestion = NonNullable<
  VariablesOf<typeof PostSession>["input"]["accepted"]
>[number];
export interface Posted {
  id: string;
  lineCount: number;
  adjustedCount: number;
}

const leftOutAtMost = 1_000;
/** Each round names the next thousand at most that stand in the way. */
const roundsAtMost = 5;

/** A posting from the first look at what it would do, to what became of it. */
export class PreFlight {
  choice = $state.raw<LineChoice>({});
  accepted = $state.raw<readonly PostingQuestion[]>([]);
  /** What is on the screen: nothing else is posted. */
  shown = $state.raw<Preview>();
  checkedAt = $state<string>();
  /** What it would be now, where the shown was refused for its age. */
  fresh = $state.raw<Preview>();
  checks = $state.raw<Checks>();
  rejection = $state<string>();
  posted = $state.raw<Posted>();
  job = $state.raw<FollowJob>();
  leftOut = $state(0);
  readonly changing = new Changing();
  readonly #sessionId: string;
  readonly #warehouseId: string;

  constructor(place: { sessionId: string; warehouseId: string }, choice: LineChoice) {
    this.#sessionId = place.sessionId;
    this.#warehouseId = place.warehouseId;
    this.choice = choice;
  }

  get mayPost() {
    return this.shown?.canBePosted === true && !this.fresh && !this.posted && !this.job;
  }

  look() {
    return this.changing.run(() => this.#look());
  }

  accept(question: PostingQuestion, isAccepted: boolean) {
    const others = this.accepted.filter((each) => each !== question);
    this.accepted = isAccepted ? [...others, question] : others;
    return this.look();
  }

  /** Goes on without the lines that are refused; they stay as they are. */
  leaveOut() {
    return this.changing.run(async () => {
      const without = new Set<string>();
      for (let round = 0; round < roundsAtMost && this.shown?.refusedLines.length; round += 1) {
        for (const { line } of this.shown.refusedLines) without.add(line.id);
        if (without.size > leftOutAtMost) {
          this.rejection = "Too many lines are refused to leave them out one by one: choose lines.";
          return;
        }
        await this.#chooseWithout([...without]);
        await this.#look();
      }
      this.leftOut += without.size;
    });
  }

  async post() {
    const { shown } = this;
    if (!shown || !this.mayPost) return;
    this.rejection = undefined;
    const { digest } = shown;
    const input = { ...this.#asked(), digest };
    const answer = await this.changing.run(() => api.mutate(PostSession, { input }));
    if (!answer) return;
    const { postSession: said } = answer;
    if (said.__typename === "SessionPosted") this.posted = said.posting;
    else if (said.__typename === "PostingAskedFor")
      this.job = new FollowJob(said.job, this.#warehouseId, ({ posting }) => {
        if (posting) this.posted = posting;
      });
    else if (said.reason === "STALE_DIGEST")
      await this.changing.run(async () => (this.fresh = await this.#preview()));
    else this.rejection = said.message;
  }

  /** Back from a job that came to nothing, or an old look, to how it stands now. */
  lookAgain() {
    this.job?.stop();
    this.job = undefined;
    return this.look();
  }

  close() {
    this.job?.stop();
  }

  async #look() {
    this.rejection = undefined;
    const [preview, checks] = await Promise.all([this.#preview(), this.#readChecks()]);
    this.shown = preview;
    this.checks = checks;
    this.fresh = undefined;
    this.checkedAt = new Date().toISOString();
  }

  async #preview(): Promise<Preview> {
    const variables = { input: this.#asked(), seesValue: seesLineValues() };
    return (await api.query(PostingPreview, variables)).postingPreview;
  }

  /** Sums over lines that were named one by one cannot be asked for: only what the preview says. */
  async #readChecks(): Promise<Checks | undefined> {
    const { selection, lineIds } = this.choice;
    if (lineIds) return undefined;
    const chosen = { selection: selection ?? null };
    const { countSession } = await api.query(CountChecks, {
      sessionId: this.#sessionId,
      farOff: { ...chosen, view: "OUT_OF_TOLERANCE" },
      chosen: { ...chosen, filter: { state: { eq: "COUNTED" } } },
    });
    return countSession ?? undefined;
  }

  async #chooseWithout(ids: string[]) {
    const { selection, lineIds } = this.choice;
    if (lineIds) {
      this.choice = { lineIds: lineIds.filter((id) => !ids.includes(id)) };
      return;
    }
    const query = { selection: selection ?? null, filter: { state: { eq: "COUNTED" as const } } };
    const { selectLines } = await api.mutate(SelectLines, {
      input: { sessionId: this.#sessionId, query, exceptLineIds: ids },
    });
    this.choice = { selection: selectLines.selection.token };
  }

  #asked() {
    return { ...chosenOf(this.#sessionId, this.choice), accepted: [...this.accepted] };
  }
}
