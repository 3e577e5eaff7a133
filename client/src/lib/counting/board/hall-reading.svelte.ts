import { Hall as HallQuery } from "@tallyroom/schema/operations/hall.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { asProblem, type Problem } from "#lib/shared/api/problem.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { untrack } from "svelte";
import type { CountDesk } from "../count-desk.svelte.ts";
import type { Hall } from "./hall.ts";

const apartMs = 1_000;
/** A reading that takes long is a burden on the server: rest for longer after it. */
const restPerReading = 4;
/** Figures that depend on the hour alone are read again now and then. */
const quietMs = 60_000;
/** Beyond these the map draws an aisle as one tile; its bins are read when somebody looks into it. */
const binsDrawn = 700;

/**
 * The hall behind a board, read anew when something happened, at most once a second and never while
 * nobody looks. Call while a component starts.
 */
export class HallReading {
  hall = $state.raw<Hall>();
  problem = $state.raw<Problem>();
  #desk: CountDesk;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWanted = false;
  #isResting = false;
  #isOpen = true;

  constructor(desk: CountDesk) {
    this.#desk = desk;
    $effect(() => {
      void desk.store.session; // replaced with each frame of news
      void desk.store.events;
      void api.live.returnCount;
      untrack(() => this.want());
    });
    $effect(() => {
      this.#isOpen = true;
      const look = () => this.#isWanted && this.want();
      const timer = setInterval(() => this.want(), quietMs);
      document.addEventListener("visibilitychange", look);
      return () => {
        this.#isOpen = false;
        clearInterval(timer);
        clearTimeout(this.#timer);
        document.removeEventListener("visibilitychange", look);
      };
    });
  }

  /** Asks for a fresh look: at once where it has been quiet, else when the rest is over. */
  want() {
    this.#isWanted = true;
    if (this.#isResting || !this.#isOpen || document.visibilityState !== "visible") return;
    void this.#read();
  }

  async #read() {
    this.#isWanted = false;
    this.#isResting = true;
    const beganAt = performance.now();
    const { sessionId, sight } = this.#desk;
    try {
      const { countSession } = await api.query(HallQuery, {
        sessionId,
        ...sight,
        binsAtMost: binsDrawn,
        seesExpected: session.can("view:expected-quantity"),
        mayPlan: session.can("create:stock-count"),
      });
      if (!this.#isOpen) return;
      if (countSession) this.hall = countSession;
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    const tookMs = performance.now() - beganAt;
    const restMs = Math.max(apartMs - tookMs, restPerReading * tookMs);
    this.#timer = setTimeout(() => {
      this.#isResting = false;
      if (this.#isWanted) this.want();
    }, restMs);
  }
}
