import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { ListedJob } from "./job-desk.svelte.ts";

export const jobKinds: Record<ListedJob["kind"], string> = {
  POST_SESSION: "Posting",
  ANALYSE_ABC: "ABC analysis",
  CHECK_IMPORT: "Dry run of an import",
  COMMIT_IMPORT: "Import",
};

/** Where what became of them is found. That of a posting is its count. */
export const jobPlaces: Partial<Record<ListedJob["kind"], string>> = {
  ANALYSE_ABC: "/plan/abc",
  CHECK_IMPORT: "/import",
  COMMIT_IMPORT: "/import",
};

export const jobStates: Record<ListedJob["state"], { label: string; glyph: GlyphName }> = {
  WAITING: { label: "Waiting", glyph: "pending" },
  RUNNING: { label: "Running", glyph: "play" },
  DONE: { label: "Done", glyph: "check" },
  CANCELLED: { label: "Stopped", glyph: "close" },
  REJECTED: { label: "Refused", glyph: "alert" },
  FAILED: { label: "Failed", glyph: "alert" },
};
