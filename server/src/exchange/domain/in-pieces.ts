/** Work on many rows that pauses after every few, so that whoever drives it lets others in between. */
export type InPieces<Result> = Generator<undefined, Result>;

const rowsAPiece = 100;

/** The rows as they are, with a pause now and then. */
export function* eachRow<Row>(rows: Iterable<Row>, work: (row: Row) => void): InPieces<void> {
  let at = 0;
  for (const row of rows) {
    work(row);
    at += 1;
    if (at % rowsAPiece === 0) yield;
  }
}

export function* mapRows<Row, Made>(
  rows: Iterable<Row>,
  make: (row: Row) => Made,
): InPieces<Made[]> {
  const made: Made[] = [];
  yield* eachRow(rows, (row) => made.push(make(row)));
  return made;
}

/** Without a pause: for whoever has nobody to let in. */
export function atOnce<Result>(work: InPieces<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
