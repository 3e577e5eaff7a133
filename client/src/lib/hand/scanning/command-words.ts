import type { Command } from "./command-codes.ts";

/** What stands large on the label of a command. */
export const commandTitles: Record<Command, string> = {
  NEXT: "Next",
  SKIP: "Skip",
  UNDO: "Undo",
  ZERO: "Zero",
  QUANTITY: "Quantity",
  CLOSE: "Close",
};

export const commandWords: Record<Command, string> = {
  NEXT: "On to the next line",
  SKIP: "Leave this line out",
  UNDO: "Take the last entry back",
  ZERO: "None here: counts 0",
  QUANTITY: "Opens the number pad",
  CLOSE: "This place is done",
};
