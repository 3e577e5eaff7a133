import { setImmediate } from "node:timers/promises";
import type { InPieces } from "../domain/in-pieces.ts";

/** A file of many rows holds nobody up: between two pieces of it the server answers whoever waits. */
export async function lettingOthersIn<Result>(work: InPieces<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await setImmediate();
  }
}
