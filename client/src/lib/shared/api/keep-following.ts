import { isPassing, type Wait } from "./patiently.ts";
import type { Problem } from "./problem.ts";
import { waitToRetry } from "./wait-to-retry.ts";

interface Ends {
  /** Whatever comes says that the feed is well. */
  onWell: () => void;
  onProblem: (problem: Problem) => void;
}

/**
 * Follows a feed for ever: where a fault of the server's ends it, it is begun anew after a while. Only a
 * refusal is left as it is, because the page that shows the feed is refused too. Answers with how to stop.
 */
export function keepFollowing(
  begin: (ends: Ends) => () => void,
  { wait = waitToRetry }: { wait?: Wait } = {},
): () => void {
  let unfollow = () => {};
  let tries = 0;
  let isWanted = true;
  const follow = () => {
    unfollow = begin({
      onWell: () => (tries = 0),
      onProblem: (problem) => {
        unfollow();
        if (isPassing(problem)) void wait(tries++).then(() => isWanted && follow());
      },
    });
  };
  follow();
  return () => {
    isWanted = false;
    unfollow();
  };
}
