import type { ChosenLines } from "./grid-selection.svelte.ts";

/** What is opened with chosen lines. A sheet that is not there has no button. */
interface Sheets {
  openPosting?: (chosen: ChosenLines) => void;
  openApproval?: (chosen: ChosenLines) => void;
}

export const sheets: Sheets = {};
