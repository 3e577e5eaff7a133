import { Refusal } from "../shared/refusal.ts";
import type { Doorbell } from "./doorbell.ts";
import { RungFeed } from "./rung-feed.ts";

/** Rows under numbers that are given out in the order of commits: none can appear behind one that was read. */
export interface Numbered<Row, Frame extends object> {
  topic: string;
  /** What is numbered, as a sentence calls it. */
  noun: string;
  readHead(): Promise<number>;
  readAfter(position: number, most: number): Promise<Row[]>;
  positionOf(row: Row): number;
  frameOf(rows: Row[], position: number): Frame;
}

/**
 * Everything from a position on, in order; null begins at the head. The reader pulls: nothing is read
 * ahead of him, so a slow one costs his own patience and no memory. The first frame comes at once,
 * empty or not, and tells where the numbers stand.
 */
export async function followNumbers<Row, Frame extends object>(
  doorbell: Doorbell,
  numbered: Numbered<Row, Frame>,
  after: number | null,
): Promise<AsyncIterableIterator<Frame>> {
  const head = await numbered.readHead();
  if (after !== null && after > head)
    throw new Refusal(
      "BAD_USER_INPUT",
      `This cursor is ahead of the ${numbered.noun}: begin again without one.`,
    );
  return new NumberedFeed(doorbell, numbered, after ?? head);
}

const rowsPerFrame = 200;

class NumberedFeed<Row, Frame extends object> extends RungFeed<Frame> {
  #isFirst = true;

  constructor(
    doorbell: Doorbell,
    private readonly numbered: Numbered<Row, Frame>,
    private position: number,
  ) {
    super(doorbell, numbered.topic);
  }

  protected async look(): Promise<Frame | null> {
    const { numbered } = this;
    const rows = await numbered.readAfter(this.position, rowsPerFrame);
    const last = rows.at(-1);
    if (last !== undefined) this.position = numbered.positionOf(last);
    const isDue = rows.length > 0 || this.#isFirst;
    this.#isFirst = false;
    return isDue ? numbered.frameOf(rows, this.position) : null;
  }
}
