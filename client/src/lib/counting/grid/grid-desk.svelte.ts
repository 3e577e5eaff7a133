import { LineReview } from "@tallyroom/schema/operations/line-review.ts";
import { tick } from "svelte";
import { api } from "#lib/shared/api/api.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { viewsOfBooks } from "../count-words.ts";
import { BoardQuestion } from "../board-question.svelte.ts";
import type { CountDesk } from "../count-desk.svelte.ts";
import type { CountLine } from "../count-session.ts";
import { openingView } from "../opening-view.ts";
import { verbsHere } from "../verbs-here.ts";
import { FoundEntries } from "./found-entries.svelte.ts";
import { GridColumns } from "./grid-columns.svelte.ts";
import { GridSelection, type ChosenLines } from "./grid-selection.svelte.ts";
import { LineEditing } from "./line-editing.svelte.ts";
import { LocationMoves } from "./location-moves.svelte.ts";
import { VarianceReasons } from "./variance-reasons.svelte.ts";

export type GridTask = {
  kind: "reason" | "recount" | "approve" | "reject" | "post";
  chosen: ChosenLines;
  lines: number;
};

/** Everything that the parts of the discrepancy grid share. Make it while a component starts. */
export class GridDesk {
  readonly desk: CountDesk;
  readonly question: BoardQuestion;
  readonly columns: GridColumns;
  readonly selection: GridSelection;
  readonly entries: FoundEntries;
  readonly editing: LineEditing;
  readonly reasons = new VarianceReasons();
  readonly moves: LocationMoves;
  /** The sheet that is open. */
  task = $state.raw<GridTask>();
  readonly isEditable = $derived.by(
    () => session.can("update:stock-count") && this.desk.count.status === "OPEN",
  );
  readonly mayManage = session.can("create:stock-count");
  readonly verbs = $derived.by(() => verbsHere(this.desk.count));

  constructor(desk: CountDesk) {
    this.desk = desk;
    this.question = new BoardQuestion({
      // "All" is what the page of lines is for.
      view: () => (openingView(desk.sight) === "ALL" ? "DISCREPANCIES" : openingView(desk.sight)),
      // What differs most comes first; what may not differ at all stays in the order of the walk.
      orderField: (view) => (viewsOfBooks.includes(view) ? "VALUE_VARIANCE" : "LINE_NUMBER"),
    });
    this.columns = new GridColumns(
      () => desk.sight,
      () => this.question.lineId !== undefined,
    );
    this.selection = new GridSelection(desk.sessionId);
    this.entries = new FoundEntries(desk.sessionId);
    this.editing = new LineEditing(desk, this.entries);
    this.moves = new LocationMoves(desk);
  }

  get store() {
    return this.desk.store;
  }

  lineAt(index: number): CountLine | undefined {
    return this.store.lineAt(index);
  }

  flip(index: number, isRange: boolean) {
    this.selection.flip(index, isRange, (at) => this.lineAt(at));
  }

  flipAll() {
    if (this.selection.count > 0) this.selection.clear();
    else void this.selection.chooseAll(this.question.value);
  }

  begin(kind: GridTask["kind"], line?: CountLine) {
    const chosen = line ? { lineIds: [line.id] } : this.selection.chosen;
    if (chosen) this.task = { kind, chosen, lines: line ? 1 : this.selection.count };
  }

  /** What somebody else has said of a line meanwhile. */
  async latestRevision(lineId: string) {
    const { node } = await api.query(LineReview, { lineId });
    return node?.__typename === "CountLine" ? node.investigation?.[0] : undefined;
  }

  /** From the row that was edited to the next, or out of it. */
  goOn(index: number, step: 1 | -1 | 0) {
    const next = step === 0 ? undefined : this.lineAt(index + step);
    this.entries.edit(next?.id);
    const here = this.lineAt(index);
    if (!next && here)
      void tick().then(() =>
        document.querySelector<HTMLElement>(`[data-row="${here.id}"] .found button`)?.focus(),
      );
  }
}
