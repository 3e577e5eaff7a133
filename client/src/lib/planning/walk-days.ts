import { addDays } from "#lib/shared/text/calendar-month.ts";

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** Arrow keys walk from day to day, as far as days are shown. */
export function walkDays(calendar: HTMLElement) {
  function onkeydown(event: KeyboardEvent) {
    const step = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset["day"] : undefined;
    if (step === undefined || !from || event.ctrlKey || event.altKey || event.metaKey) return;
    const day = calendar.querySelector<HTMLElement>(`[data-day="${addDays(from, step)}"]`);
    if (!day) return;
    event.preventDefault();
    day.focus();
  }
  calendar.addEventListener("keydown", onkeydown);
  return () => calendar.removeEventListener("keydown", onkeydown);
}
