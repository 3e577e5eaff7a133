/** Whether a key belongs to a field or to a dialog, and not to the page. */
export function isTypingIn(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof HTMLElement && target.closest("input, select, textarea") !== null;
}
