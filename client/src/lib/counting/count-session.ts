import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { BoardFeed } from "@tallyroom/schema/operations/board-feed.ts";
import type { CountLineParts } from "@tallyroom/schema/operations/count-line-parts.ts";
import type { CountLineReview } from "@tallyroom/schema/operations/count-line-review.ts";
import type { CountLineTotals } from "@tallyroom/schema/operations/count-line-totals.ts";
import type { CountSessionParts } from "@tallyroom/schema/operations/count-session-parts.ts";
import type { CrewFeed } from "@tallyroom/schema/operations/crew-feed.ts";

export type CountSession = ResultOf<typeof CountSessionParts>;
export type CountStatus = CountSession["status"];
export type CountType = CountSession["countType"];
export type CountLine = ResultOf<typeof CountLineParts> & ResultOf<typeof CountLineReview>;
export type LineTotals = NonNullable<ResultOf<typeof CountLineTotals>["countSession"]>["totals"];

export type FeedItem = ResultOf<typeof BoardFeed>["sessionFeed"];
export type Frame = Extract<FeedItem, { __typename: "SessionFrame" }>;
export type SessionEvent = Frame["events"][number];

export type Crew = ResultOf<typeof CrewFeed>["crewFeed"];
export type CrewDevice = Crew["devices"][number];
