import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { Hall as HallQuery } from "@tallyroom/schema/operations/hall.ts";

/** A count as its board shows it, at one moment. */
export type Hall = NonNullable<ResultOf<typeof HallQuery>["countSession"]>;
export type Bin = Hall["bins"][number];
export type FlaggedLine = NonNullable<Hall["flagged"]>[number];
export type LooseEntry = NonNullable<Hall["looseObservations"]>["nodes"][number];
export type PaceStep = Hall["pace"][number];
export type CounterSum = Hall["progressByCounter"][number];
