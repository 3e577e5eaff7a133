import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { CountFiguresParts } from "@tallyroom/schema/operations/count-figures.ts";
import type { CountSession } from "./count-session.ts";

/** A count with where it is and what its lines come to. */
export type ListedCount = CountSession &
  Partial<ResultOf<typeof CountFiguresParts>> & { warehouse?: { id: string } };
