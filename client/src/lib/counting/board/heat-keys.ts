/**
 * The keyboard of a map of tiles: one stop in the tab order, arrows go to the nearest tile that way
 * as the eye sees it. Tiles come and go; the stop stays on the place it was on.
 */
export function heatKeys(map: HTMLElement): () => void {
  let stop: string | undefined;
  const tiles = () => [...map.querySelectorAll<HTMLElement>("[data-tile]")];

  function keepOneStop() {
    const all = tiles();
    const kept = all.find((tile) => tile.dataset.tile === stop) ?? all[0];
    stop = kept?.dataset.tile;
    for (const tile of all) {
      const wanted = tile === kept ? 0 : -1;
      if (tile.tabIndex !== wanted) tile.tabIndex = wanted;
    }
  }

  function onFocusIn(event: FocusEvent) {
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.tile) return;
    stop = event.target.dataset.tile;
    keepOneStop();
  }

  function onKeyDown(event: KeyboardEvent) {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !target.dataset.tile) return;
    if (event.altKey || event.metaKey) return;
    const all = tiles();
    const at = all.indexOf(target);
    const onward = getComputedStyle(map).direction === "rtl" ? -1 : 1;
    const reached: Record<string, () => HTMLElement | undefined> = {
      ArrowRight: () => all[at + onward],
      ArrowLeft: () => all[at - onward],
      ArrowDown: () => nearest(target, all, 1),
      ArrowUp: () => nearest(target, all, -1),
      Home: () => all[0],
      End: () => all.at(-1),
    };
    const go = reached[key];
    if (!go) return;
    event.preventDefault();
    go()?.focus();
  }

  const observer = new MutationObserver(keepOneStop);
  observer.observe(map, { childList: true, subtree: true });
  map.addEventListener("focusin", onFocusIn);
  map.addEventListener("keydown", onKeyDown);
  keepOneStop();
  return () => {
    observer.disconnect();
    map.removeEventListener("focusin", onFocusIn);
    map.removeEventListener("keydown", onKeyDown);
  };
}

/** In the next row of tiles up or down, the one that stands most nearly below or above. */
function nearest(from: HTMLElement, all: readonly HTMLElement[], direction: 1 | -1) {
  const start = from.getBoundingClientRect();
  let best: HTMLElement | undefined;
  let bestDistance = Infinity;
  for (const tile of all) {
    const box = tile.getBoundingClientRect();
    const down = (box.top - start.top) * direction;
    if (down < start.height / 2) continue;
    const distance = down * 4 + Math.abs(box.left - start.left);
    if (distance < bestDistance) [best, bestDistance] = [tile, distance];
  }
  return best;
}
