import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { ListedJob } from "./job-desk.svelte.ts";

export const jobKinds: Record<ListedJob["kind"], string> = {
  POST_SESSION: "Posting",
  ANALYSE_ABC: "ABC analysis",
  CHECK_IMPORT: "Dry run of an import",
  COMMIT_IMPORT: "Import",
};

export const jobStates: Record<ListedJob["state"], { label: string; glyph: GlyphName }> = {
  WAITING: { label: "Waiting", glyph: "pending" },
  RUNNING: { label: "Running", glyph: "play" },
  DONE: { label: "Done", glyph: "check" },
  CANCELLED: { label: "Stopped", glyph: "close" },
  REJECTED: { label: "Refused", glyph: "alert" },
  FAILED: { label: "Failed", glyph: "alert" },
};
