import { RefusedFile } from "./refused-file.ts";
import { tableLimits, type Delimiter, type TableRow } from "./table-layout.ts";

/**
 * Rows of a delimited text that comes in pieces, each as soon as it is whole: nobody holds the file as
 * text. A quoted cell may hold the delimiter, line ends and doubled quotes.
 */
export function* parseDelimited(
  pieces: Iterable<string>,
  delimiter: Delimiter,
): Generator<TableRow> {
  const state = new RowsSoFar(delimiter);
  for (const piece of pieces) yield* state.take(piece);
  yield* state.end();
}

/** `CLOSED` is behind a quote inside a quoted cell: the end of it, or the first of a doubled one. */
type Place = "START" | "PLAIN" | "QUOTED" | "CLOSED";

class RowsSoFar {
  readonly #delimiter: string;
  #place: Place = "START";
  #cell = "";
  #cells: string[] = [];
  #number = 1;
  #quotedSince = 0;
  #isAfterReturn = false;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  *take(piece: string): Generator<TableRow> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at] as string;
      if (this.#isAfterReturn) {
        this.#isAfterReturn = false;
        if (character === "\n") {
          from = at + 1;
          continue;
        }
      }
      if (this.#place === "QUOTED") {
        if (character !== '"') continue;
        this.#add(piece.slice(from, at));
        from = at + 1;
        this.#place = "CLOSED";
        continue;
      }
      if (this.#place === "CLOSED" && character === '"') {
        this.#place = "QUOTED";
        from = at;
        continue;
      }
      if (character === this.#delimiter) {
        this.#endCell(piece.slice(from, at));
        from = at + 1;
        continue;
      }
      if (character === "\n" || character === "\r") {
        this.#endCell(piece.slice(from, at));
        from = at + 1;
        this.#isAfterReturn = character === "\r";
        yield this.#endRow();
        continue;
      }
      if (this.#place !== "START") {
        // What stands behind a closing quote belongs to the cell, as spreadsheet programs read it.
        if (this.#place === "CLOSED") this.#place = "PLAIN";
        continue;
      }
      this.#place = character === '"' ? "QUOTED" : "PLAIN";
      if (character === '"') {
        from = at + 1;
        this.#quotedSince = this.#number;
      }
    }
    this.#add(piece.slice(from));
  }

  *end(): Generator<TableRow> {
    if (this.#place === "QUOTED")
      throw new RefusedFile("QUOTE_NOT_CLOSED", `row ${this.#quotedSince}`);
    if (this.#cells.length === 0 && this.#place === "START") return;
    this.#endCell("");
    yield this.#endRow();
  }

  #add(text: string): void {
    this.#cell += text;
    if (this.#cell.length > tableLimits.cellCharacters)
      throw new RefusedFile("CELL_TOO_LONG", `row ${this.#number}`);
  }

  #endCell(rest: string): void {
    this.#add(rest);
    this.#cells.push(this.#cell);
    if (this.#cells.length > tableLimits.columns)
      throw new RefusedFile("TOO_MANY_COLUMNS", `row ${this.#number}`);
    this.#cell = "";
    this.#place = "START";
  }

  #endRow(): TableRow {
    if (this.#number > tableLimits.rows) throw new RefusedFile("TOO_MANY_ROWS");
    const row = { number: this.#number, cells: this.#cells };
    this.#number += 1;
    this.#cells = [];
    return row;
  }
}

export const isBlankRow = ({ cells }: TableRow) => cells.every((cell) => cell.trim() === "");
