import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { JobFeed } from "@tallyroom/schema/operations/job-feed.ts";
import type { JobParts } from "@tallyroom/schema/operations/job-parts.ts";
import { api } from "./api.svelte.ts";
import { keepFollowing } from "./keep-following.ts";

export type Job = ResultOf<typeof JobParts>;

/**
 * Every change of a warehouse's jobs from now on, whoever asks for them. The first word comes at once, mostly
 * with no jobs: from then on nothing is missed. Answers with how to stop.
 */
export function watchJobs(warehouseId: string, hear: (jobs: readonly Job[]) => void): () => void {
  let after: string | null = null;
  return keepFollowing(({ onWell, onProblem }) =>
    api.follow(
      JobFeed,
      { warehouseId, after },
      {
        onData: ({ jobFeed }) => {
          onWell();
          after = jobFeed.cursor;
          hear(jobFeed.jobs);
        },
        onProblem,
        cursorOf: ({ jobFeed }) => jobFeed.cursor,
      },
    ),
  );
}
