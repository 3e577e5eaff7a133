import { session } from "#lib/shared/session/session.svelte.ts";
import type { PaperEntry } from "./paper-entries.svelte.ts";

/** Another person at the same desk has others. */
const keyOf = (sheetId: string) => `tallyroom.paper.${session.viewer?.user.id ?? ""}.${sheetId}`;

/** What was typed here before this page was loaded, and never reached the server. */
export function keptPaper(sheetId: string): PaperEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(sheetId)) ?? "[]");
    return Array.isArray(kept) ? (kept as PaperEntry[]) : [];
  } catch {
    return []; // storage refused or spoilt: nothing is known
  }
}

export function keepPaper(sheetId: string, entries: readonly PaperEntry[]) {
  try {
    if (entries.length === 0) localStorage.removeItem(keyOf(sheetId));
    else localStorage.setItem(keyOf(sheetId), JSON.stringify(entries));
  } catch {
    // storage refused: what was typed lasts as long as this page
  }
}
