import { getContext, setContext } from "svelte";
import { apiSessionSource } from "./api-session-source.ts";
import { boardSight } from "./board-sight.ts";
import type { CountSession } from "./count-session.ts";
import { FollowCrew } from "./follow-crew.svelte.ts";
import { gentleSource } from "./gentle-source.ts";
import { PausableSource } from "./pausable-source.svelte.ts";
import { PostingsNumber } from "./postings-number.svelte.ts";
import { SessionStore } from "./session-store.svelte.ts";

const key = Symbol("the count on this desk");

/** One count and everything about it that its pages share: they follow it once, together. */
export class CountDesk {
  readonly sessionId: string;
  readonly store: SessionStore;
  readonly feed: PausableSource;
  readonly presence: FollowCrew;
  readonly postings: PostingsNumber;
  #seesPieces = false;

  /** Call while a component starts: pages within it find this desk by `onThisDesk`. */
  constructor(sessionId: string) {
    this.sessionId = sessionId;
    this.feed = new PausableSource(
      gentleSource(apiSessionSource(sessionId, { seesPieces: () => this.#seesPieces })),
    );
    this.store = new SessionStore(this.feed);
    this.presence = new FollowCrew(() => sessionId);
    this.postings = new PostingsNumber(sessionId, this.store);
    $effect(() => {
      this.store.open();
      return () => this.store.close();
    });
    setContext(key, this);
  }

  /** Pages are shown when it is there. */
  get count(): CountSession {
    if (!this.store.session) throw new Error("The count has not been read yet.");
    return this.store.session;
  }

  /** A page shows the pieces of lines, or has stopped showing them. */
  showPieces(isShown: boolean) {
    if (isShown === this.#seesPieces) return;
    this.#seesPieces = isShown;
    this.store.close();
    this.store.open();
  }

  get sight() {
    return boardSight(this.count);
  }
}

export function onThisDesk(): CountDesk {
  return getContext<CountDesk>(key);
}
