import { words } from "./words.ts";

export const tabWords = words("tabs", {
  pages: "Pages of this count",
  board: "Board",
  lines: "Lines",
  discrepancies: "Discrepancies",
  sheets: "Sheets",
  postings: "Postings",
  log: "Log",
});
