/** In a row of tabs that is wider than its window, the current one is scrolled to; the page stays where it is. */
export function keepInSight(tab: HTMLElement) {
  const reveal = () => {
    const row = tab.parentElement;
    const current = row?.querySelector("[aria-current]");
    if (!row || !current) return;
    const [seen, wanted] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
    if (wanted.left < seen.left) row.scrollLeft -= seen.left - wanted.left;
    else if (wanted.right > seen.right) row.scrollLeft += wanted.right - seen.right;
  };
  const marks = new MutationObserver(reveal);
  marks.observe(tab, { attributeFilter: ["aria-current"] });
  // A number that comes later, or the font, makes a tab wider and pushes those behind it out of sight.
  const sizes = new ResizeObserver(reveal);
  sizes.observe(tab);
  return () => {
    marks.disconnect();
    sizes.disconnect();
  };
}
