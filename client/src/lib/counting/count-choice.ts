import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { CountChoices } from "@tallyroom/schema/operations/count-choices.ts";

/** What a new count can be about, and who can count it. */
export type CountChoice = ResultOf<typeof CountChoices>;
