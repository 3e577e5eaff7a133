import { getContext, setContext } from "svelte";
import { onThisDesk, type CountDesk } from "../count-desk.svelte.ts";
import { Clock } from "./clock.svelte.ts";
import { exceptionsOf } from "./exceptions.ts";
import { forecast, plannedAt } from "./forecast.ts";
import { sumBins } from "./hall-figures.ts";
import { HallReading } from "./hall-reading.svelte.ts";
import { whoStands, zonesOf } from "./hall-map.ts";
import type { Hall } from "./hall.ts";

const key = Symbol("the hall on this board");

/** The hall with all that is worked out from it, for every part of one board. */
export class HallState {
  readonly desk: CountDesk = onThisDesk();
  readonly clock = new Clock();
  readonly reading = new HallReading(this.desk);
  readonly sums = $derived(sumBins(this.hall.bins));
  readonly zones = $derived(zonesOf(this.hall));
  readonly standing = $derived(whoStands(this.desk.presence.crew));
  readonly exceptions = $derived(exceptionsOf(this.hall));
  readonly left = $derived(
    this.sums.lines - this.sums.counted - this.sums.skipped - this.sums.notAccessible,
  );
  readonly startedAt = $derived(
    this.desk.count.startedAt ? Date.parse(this.desk.count.startedAt) : undefined,
  );
  readonly deadlineAt = $derived(
    this.desk.count.deadlineAt ? Date.parse(this.desk.count.deadlineAt) : undefined,
  );
  /** A second says nothing about the pace: it is worked out every ten. */
  readonly roundedNow = $derived(Math.floor(this.clock.now / 10_000) * 10_000 + 10_000);
  readonly forecast = $derived(
    forecast(this.hall.pace, {
      now: this.roundedNow,
      startedAt: this.startedAt ?? this.roundedNow,
      counted: this.sums.counted,
      left: this.left,
    }),
  );
  readonly planned = $derived(
    this.startedAt === undefined || this.deadlineAt === undefined
      ? undefined
      : plannedAt(this.roundedNow, {
          startedAt: this.startedAt,
          deadlineAt: this.deadlineAt,
          lines: this.sums.lines,
        }),
  );

  /** Call while a component starts: parts within it find the hall by `inThisHall`. */
  constructor() {
    setContext(key, this);
  }

  /** Parts are shown when it is there. */
  get hall(): Hall {
    if (!this.reading.hall) throw new Error("The hall has not been read yet.");
    return this.reading.hall;
  }
}

export function inThisHall(): HallState {
  return getContext<HallState>(key);
}
