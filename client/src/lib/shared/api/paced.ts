/**
 * Hands on what arrives at most once in a while: at once when it has been quiet, else gathered
 * until the time is up. A busy hour moves hundreds of rows a second; eyes follow four changes.
 */
export function paced<Thing>(handle: (things: readonly Thing[]) => void, everyMs: number) {
  let waiting: Thing[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function handOn() {
    timer = undefined;
    if (waiting.length === 0) return;
    const things = waiting;
    waiting = [];
    timer = setTimeout(handOn, everyMs);
    handle(things);
  }

  return {
    push(things: readonly Thing[]) {
      waiting.push(...things);
      if (timer === undefined) handOn();
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
