import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { ProposedMoves } from "@tallyroom/schema/operations/proposed-moves.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import type { CountDesk } from "../count-desk.svelte.ts";

type Session = NonNullable<ResultOf<typeof ProposedMoves>["countSession"]>;
export type LocationMove = NonNullable<Session["proposedMoves"]>[number];

/** What was found in the wrong place, as far as the server can tell. Make it while a component starts. */
export class LocationMoves {
  #reading: Reading<readonly LocationMove[]>;
  readonly all: readonly LocationMove[] | undefined = $derived.by(() => this.#reading.answer);
  readonly #lineIds: ReadonlySet<string> = $derived.by(
    () => new Set((this.all ?? []).flatMap((move) => (isClear(move) ? lineIdsOf(move) : []))),
  );

  constructor({ sessionId, store }: CountDesk) {
    this.#reading = new Reading(() => {
      void store.session?.linesDifferent; // read again when other lines differ
      return api
        .query(ProposedMoves, { sessionId })
        .then(({ countSession }) => countSession?.proposedMoves ?? []);
    });
  }

  get problem() {
    return this.#reading.problem;
  }

  /** Whether a line is half of a move that nothing speaks against. */
  has(lineId: string): boolean {
    return this.#lineIds.has(lineId);
  }
}

/** The lines that a move would explain; where it comes from may be no line of the count. */
export function lineIdsOf({ fromLineId, toLineId }: LocationMove): string[] {
  return fromLineId === null ? [toLineId] : [fromLineId, toLineId];
}

function isClear({ conflict }: LocationMove): boolean {
  return conflict === null;
}
