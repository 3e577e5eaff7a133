import { CrewFeed } from "@tallyroom/schema/operations/crew-feed.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { isPassing } from "#lib/shared/api/patiently.ts";
import { waitToRetry } from "#lib/shared/api/wait-to-retry.ts";
import type { Crew } from "./count-session.ts";

/** Who takes part in a count, live. Call while a component starts; it ends with the component. */
export class FollowCrew {
  crew = $state.raw<Crew>();

  constructor(sessionId: () => string) {
    $effect(() => {
      const id = sessionId();
      let unfollow = () => {};
      let tries = 0;
      let isWanted = true;
      const follow = () => {
        unfollow = api.follow(
          CrewFeed,
          { sessionId: id },
          {
            onData: ({ crewFeed }) => {
              tries = 0;
              this.crew = crewFeed;
            },
            onProblem: (problem) => {
              unfollow();
              if (!isPassing(problem)) return;
              void waitToRetry(tries++).then(() => isWanted && follow());
            },
          },
        );
      };
      follow();
      return () => {
        isWanted = false;
        unfollow();
        this.crew = undefined;
      };
    });
  }
}
