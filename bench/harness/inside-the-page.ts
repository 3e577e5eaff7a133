/// <reference lib="dom" />
// These run inside the page: what they measure is what people wait for.

export interface Scrolled {
  frameP95Ms: number;
  /** Frames in which a part of the grid had no row at all. */
  blankFrames: number;
  /** Frames in which a row in sight still waited for its line. */
  waitingFrames: number;
  frames: number;
}

export function noteFirstPaint(wanted: Record<string, string>): void {
  const now = () => String(performance.timeOrigin + performance.now());
  addEventListener(
    "click",
    ({ target }) => {
      if (!(target instanceof Element) || !target.closest('button[type="submit"]')) return;
      sessionStorage.setItem("clicked", now());
    },
    true,
  );
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      const key = `painted ${name}`;
      if (sessionStorage.getItem(key) || !document.querySelector(selector)) continue;
      // The second frame begins when the first has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (!sessionStorage.getItem(key)) sessionStorage.setItem(key, now());
        }),
      );
    }
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
  });
}

export async function untilViewIsPainted({
  view,
  row,
}: {
  view: string;
  row: string;
}): Promise<number> {
  const tabs = [...document.querySelectorAll<HTMLElement>('[aria-label="Views of the lines"] a')];
  const tab = tabs.find(({ textContent }) => textContent?.trim().startsWith(view));
  if (!tab) throw new Error(`There is no view ${view}.`);
  const frame = () => new Promise(requestAnimationFrame);
  const startedAt = performance.now();
  tab.click();
  for (;;) {
    await frame();
    const grid = document.querySelector('[role="grid"]');
    const isOther = grid?.getAttribute("aria-label")?.endsWith(view);
    const isReady = isOther && grid?.getAttribute("aria-busy") !== "true";
    const isThere = document.querySelector(row) ?? document.querySelector(".empty-state");
    if (isReady && isThere) break;
    if (performance.now() - startedAt > 10_000) throw new Error(`${view} does not come.`);
  }
  await frame();
  return performance.now() - startedAt;
}

export async function scrollGrid(given: {
  seconds: number;
  pixelsPerSecond: number;
}): Promise<Scrolled> {
  const scroller = document.querySelector<HTMLElement>(".grid-scroller");
  if (!scroller) throw new Error("There is no grid.");
  scroller.scrollTop = 0;
  const box = scroller.getBoundingClientRect();
  const x = box.left + box.width / 3;
  const frame = () => new Promise<number>(requestAnimationFrame);
  const gaps: number[] = [];
  let blankFrames = 0;
  let waitingFrames = 0;
  let last = await frame();
  const startedAt = last;
  while (last - startedAt < given.seconds * 1_000) {
    scroller.scrollTop = ((last - startedAt) / 1_000) * given.pixelsPerSecond;
    const now = await frame();
    gaps.push(now - last);
    last = now;
    // What stood there when the frame before was painted.
    const rows = [0.2, 0.5, 0.8].map((part) =>
      document.elementFromPoint(x, box.top + box.height * part)?.closest("tr"),
    );
    if (rows.some((row) => !row?.hasAttribute("aria-rowindex"))) blankFrames += 1;
    else if (rows.some((row) => row?.hasAttribute("aria-busy"))) waitingFrames += 1;
  }
  gaps.sort((a, b) => a - b);
  return {
    frameP95Ms: gaps[Math.floor(gaps.length * 0.95)] ?? Infinity,
    blankFrames,
    waitingFrames,
    frames: gaps.length,
  };
}
