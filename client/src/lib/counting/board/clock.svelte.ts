/** What time it is, told once a second while somebody can see it. Call while a component starts. */
export class Clock {
  now = $state(Date.now());

  constructor(everyMs = 1_000) {
    $effect(() => {
      const tick = () => {
        if (document.visibilityState === "visible") this.now = Date.now();
      };
      const timer = setInterval(tick, everyMs);
      document.addEventListener("visibilitychange", tick);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", tick);
      };
    });
  }
}
