const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "3 h 27 min", "2 d 4 h", "42 s": the two largest parts that say something. */
export function formatSpan(spanMs: number): string {
  if (spanMs < minuteMs) return `${Math.floor(spanMs / 1_000)} s`;
  if (spanMs < hourMs) return `${Math.floor(spanMs / minuteMs)} min`;
  if (spanMs < dayMs) return pair(spanMs, hourMs, "h", minuteMs, "min");
  return pair(spanMs, dayMs, "d", hourMs, "h");
}

function pair(spanMs: number, large: number, largeUnit: string, small: number, smallUnit: string) {
  const rest = Math.floor((spanMs % large) / small);
  const head = `${Math.floor(spanMs / large)} ${largeUnit}`;
  return rest === 0 ? head : `${head} ${rest} ${smallUnit}`;
}

/** How long ago, for lists that are glanced at. */
export function formatAgo(instant: string, now = Date.now()): string {
  const spanMs = now - Date.parse(instant);
  if (spanMs < minuteMs) return "just now";
  return `${formatSpan(spanMs).split(" ").slice(0, 2).join(" ")} ago`;
}
