import { isScrolling } from "#lib/shared/ui/is-scrolling.ts";
import type { FeedItem } from "./count-session.ts";
import type { FeedListener, SessionSource } from "./session-source.ts";

const gatheredForMs = 500;

/**
 * A source that is heard at once while the page rests. While somebody scrolls, eyes follow the rows that
 * go by: what arrives is gathered for half a second, so that the frames in between are the scroll's own.
 */
export function gentleSource(source: SessionSource, isBusy = isScrolling): SessionSource {
  return {
    ...source,
    follow: (after, listener) => {
      const gentle = new GentleListener(listener, isBusy);
      const unfollow = source.follow(after, gentle);
      return () => {
        gentle.stop();
        unfollow();
      };
    },
  };
}

class GentleListener implements FeedListener {
  #gathered: FeedItem[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly listener: FeedListener,
    private readonly isBusy: () => boolean,
  ) {}

  onItem = (item: FeedItem) => {
    this.#gathered.push(item);
    if (!this.isBusy()) this.#handOn();
    else this.#timer ??= setTimeout(() => this.#handOn(), gatheredForMs);
  };

  /** What came before it is told before it. */
  onProblem: FeedListener["onProblem"] = (problem) => {
    this.#handOn();
    this.listener.onProblem(problem);
  };

  stop() {
    clearTimeout(this.#timer);
    this.#gathered = [];
  }

  #handOn() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const item of this.#gathered.splice(0)) this.listener.onItem(item);
  }
}
