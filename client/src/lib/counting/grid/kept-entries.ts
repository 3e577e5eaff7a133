import { session } from "#lib/shared/session/session.svelte.ts";
import type { FoundEntry } from "./found-entries.svelte.ts";

/** Another person at the same desk has others. */
const keyOf = (sessionId: string) =>
  `tallyroom.found.${session.viewer?.user.id ?? ""}.${sessionId}`;

/** What was typed here before this page was loaded, and never reached the server. */
export function keptEntries(sessionId: string): FoundEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(sessionId)) ?? "[]");
    return Array.isArray(kept) ? (kept as FoundEntry[]) : [];
  } catch {
    return []; // storage refused or spoilt: nothing is known
  }
}

export function keepEntries(sessionId: string, entries: readonly FoundEntry[]) {
  try {
    if (entries.length === 0) localStorage.removeItem(keyOf(sessionId));
    else localStorage.setItem(keyOf(sessionId), JSON.stringify(entries));
  } catch {
    // storage refused: what was typed lasts as long as this page
  }
}
