/** Whole seconds that run down to zero. */
export class Countdown {
  secondsLeft = $state(0);
  readonly inWords = $derived(
    this.secondsLeft < 60
      ? `${this.secondsLeft} s`
      : `${Math.floor(this.secondsLeft / 60)} min ${this.secondsLeft % 60} s`,
  );
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

  end() {
    clearInterval(this.#timer);
    this.secondsLeft = 0;
  }
}
