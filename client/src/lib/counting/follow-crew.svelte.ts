import { CrewFeed } from "@tallyroom/schema/operations/crew-feed.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { Crew } from "./count-session.ts";

/** Who takes part in a count, live. Call while a component starts; it ends with the component. */
export class FollowCrew {
  crew = $state.raw<Crew>();

  constructor(sessionId: () => string) {
    $effect(() => {
      const id = sessionId();
      const stop = keepFollowing(({ onWell, onProblem }) =>
        api.follow(
          CrewFeed,
          { sessionId: id, seesExpected: session.can("view:expected-quantity") },
          {
            onData: ({ crewFeed }) => {
              onWell();
              this.crew = crewFeed;
            },
            onProblem,
          },
        ),
      );
      return () => {
        stop();
        this.crew = undefined;
      };
    });
  }
}
