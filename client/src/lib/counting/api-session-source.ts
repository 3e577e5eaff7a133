import { BoardFeed } from "@tallyroom/schema/operations/board-feed.ts";
import { CountLineTotals } from "@tallyroom/schema/operations/count-line-totals.ts";
import { CountLines } from "@tallyroom/schema/operations/count-lines.ts";
import { CountSession } from "@tallyroom/schema/operations/count-session.ts";
import { api as ownApi, type Api } from "#lib/shared/api/api.svelte.ts";
import { Problem } from "#lib/shared/api/problem.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { LineQuestion } from "./line-question.ts";
import type { SessionSource } from "./session-source.ts";

/** Eyes follow four changes a second. */
const framesApartMs = 250;

interface Reading {
  from?: Api;
  seesValue?: boolean;
  seesReview?: boolean;
  /** Whether pieces are shown at this moment: a line of hundreds of them is long. */
  seesPieces?: () => boolean;
}

/** One count, read over this page's own connection if no other is given. */
export function apiSessionSource(
  sessionId: string,
  {
    from: api = ownApi,
    seesValue = seesLineValues(),
    seesReview = seesLineReviews(),
    seesPieces = () => false,
  }: Reading = {},
): SessionSource {
  const asked = ({ view, search, orderBy, filter }: LineQuestion) => ({
    view,
    search: search || null,
    orderBy,
    ...(filter && { filter }),
  });
  const sight = () => ({
    seesValue,
    seesReview,
    seesVerdict: seesReview && seesValue,
    seesPieces: seesPieces(),
  });
  return {
    connection: api.live,
    readSession: async () => (await api.query(CountSession, { id: sessionId })).countSession,
    readTotals: async (question) => {
      const { countSession } = await api.query(CountLineTotals, {
        sessionId,
        query: asked(question),
        seesValue,
      });
      return (countSession ?? gone()).totals;
    },
    readLines: async (question, offset, limit) => {
      const variables = { sessionId, offset, limit, query: asked(question), ...sight() };
      const { countSession } = await api.query(CountLines, variables);
      return (countSession ?? gone()).lineWindow;
    },
    follow: (after, { onItem, onProblem }) =>
      api.follow(
        BoardFeed,
        { sessionId, after, atMostEveryMs: framesApartMs, ...sight() },
        {
          onData: ({ sessionFeed }) => onItem(sessionFeed),
          onProblem,
          cursorOf: ({ sessionFeed }) =>
            sessionFeed.__typename === "SessionFrame" ? sessionFeed.cursor : undefined,
        },
      ),
  };
}

/** Values of variances are asked for only by those who may see costs; the server refuses others. */
export function seesLineValues(): boolean {
  return session.can("view:cost");
}

function gone(): never {
  throw new Problem("not-found", "There is no such count.");
}

/** What was judged and said of lines is told to those who may see what is expected. */
function seesLineReviews(): boolean {
  return session.can("view:expected-quantity");
}
