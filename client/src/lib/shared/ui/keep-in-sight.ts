/** In a row of tabs that is wider than its window, the current one is scrolled to. */
export function keepInSight(tab: HTMLElement) {
  const reveal = () => {
    if (tab.hasAttribute("aria-current"))
      tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const observer = new MutationObserver(reveal);
  observer.observe(tab, { attributeFilter: ["aria-current"] });
  reveal();
  return () => observer.disconnect();
}
