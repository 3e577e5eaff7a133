/** Whole seconds that run down to zero. */
export class Countdown {
  secondsLeft = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  start(seconds: number) {
    const endsAt = Date.now() + seconds * 1_000;
    clearInterval(this.#timer);
    this.secondsLeft = seconds;
    this.#timer = setInterval(() => {
      // Counted from the clock: a sleeping tab does not stretch it.
      this.secondsLeft = Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000));
      if (this.secondsLeft === 0) clearInterval(this.#timer);
    }, 250);
  }
}
