/**
 * Of all tabs that this person has open on this device, one sends: the lock is held for as long as the tab
 * lives, and falls to the next when it is closed or dies. Where there are no locks (a page without TLS),
 * each tab sends; the server knows every entry by its id, so that costs traffic and nothing else.
 */
export async function drainAlone(
  userId: string,
  run: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
) {
  const hold = () => (signal.aborted ? Promise.resolve() : run(signal));
  if (!("locks" in navigator)) return hold();
  try {
    await navigator.locks.request(`tallyroom-outbox ${userId}`, { signal }, hold);
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
}
