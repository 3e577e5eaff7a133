/** Between two turns of a wheel, or a finger's two pushes, the hand is still at it. */
const restsAfterMs = 150;

let scrolledAt = -Infinity;

if (typeof document !== "undefined")
  document.addEventListener("scroll", () => (scrolledAt = performance.now()), {
    capture: true, // of any element: a scroll does not bubble
    passive: true,
  });

/** Whether somebody scrolls at this moment, anywhere on the page. */
export function isScrolling(): boolean {
  return performance.now() - scrolledAt < restsAfterMs;
}
