import { tick } from "svelte";
import { asProblem } from "#lib/shared/api/problem.ts";
import { toaster } from "#lib/shared/ui/toaster.svelte.ts";
import { lineViews } from "../line-question.ts";
import type { GridDesk } from "./grid-desk.svelte.ts";

/** For the sheet that "?" opens. */
export const shortcuts: readonly [keys: string, what: string][] = [
  ["/", "Search"],
  ["1 – 9", "Views"],
  ["← ↑ → ↓, Home, End, Page Up, Page Down", "Move in the grid"],
  ["Enter, F2 or a digit on Found", "Type what was found"],
  ["+3, -1", "More or less than what was found"],
  ["Enter", "Save and go down; with Shift, up"],
  ["Escape", "Leave a cell as it was; close the line"],
  ["Space", "Choose the row; with Shift, all between"],
  ["A", "Approve what is chosen, or the row"],
  ["X", "Reject it, with a reason"],
  ["E", "Ask for a recount of what is chosen, or of the row"],
  ["M", "Note on the row"],
  ["R", "Update the order"],
  ["P", "Hold news back; again, let it in"],
  ["Ctrl Z", "Take back what you typed last"],
  ["Ctrl Enter", "Look at what would be posted"],
  ["?", "This list"],
];

const typing = "input:not([type=checkbox]), textarea, select, dialog, [contenteditable]";

/** The keys of the grid that hold wherever the hand is, unless it types. */
export function onGridKey(event: KeyboardEvent, desk: GridDesk, showKeys: () => void) {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || target.closest(typing) || event.altKey || event.metaKey)
    return;
  const index = indexOf(target);
  const done = () => event.preventDefault();
  if (event.ctrlKey) {
    if (key === "z" && desk.isEditable) {
      done();
      void undo(desk);
    }
    return;
  }
  const line = index === undefined ? undefined : desk.lineAt(index);
  const view = lineViews[Number(key) - 1];
  const isInFound = target.closest(".found") !== null;
  if (key === "?") showKeys();
  else if (view && !isInFound) desk.question.show(view);
  else if (key === "e" && desk.mayManage)
    desk.begin("recount", desk.selection.count ? undefined : line);
  else if ((key === "a" || key === "x") && desk.verbs.includes("approve"))
    desk.begin(key === "a" ? "approve" : "reject", desk.selection.count ? undefined : line);
  else if (key === "p") desk.desk.feed.toggle();
  else if (key === "m" && line) noteOn(desk, line.id);
  else if (key === " " && index !== undefined) desk.flip(index, event.shiftKey);
  else return;
  done();
}

/** Before the same keys reach the page around: what is chosen goes before the whole count. */
export function onPostKey(event: KeyboardEvent, desk: GridDesk) {
  const isAsked = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat;
  const isFree = desk.task === undefined && !document.querySelector("dialog[open]");
  if (!isAsked || !isFree || !desk.selection.chosen || !desk.verbs.includes("post")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  desk.begin("post");
}

async function undo({ entries }: GridDesk) {
  const said = await entries.undo().catch((thrown: unknown) => asProblem(thrown).message);
  toaster.say(said ?? "There is nothing that you typed here to take back.");
}

function indexOf(target: HTMLElement): number | undefined {
  const row = target.closest("tbody tr[aria-rowindex]");
  return row ? Number(row.getAttribute("aria-rowindex")) - 2 : undefined;
}

function noteOn(desk: GridDesk, lineId: string) {
  desk.question.open(lineId);
  void tick().then(() => document.querySelector<HTMLElement>("[data-notes]")?.focus());
}
