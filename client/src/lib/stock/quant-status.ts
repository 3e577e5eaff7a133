import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { QuantStatus } from "./quant-row.ts";

interface StatusWords {
  label: string;
  glyph: GlyphName;
}

export const statusWords: Record<QuantStatus, StatusWords> = {
  AVAILABLE: { label: "Available", glyph: "check" },
  RESERVED: { label: "Reserved", glyph: "half" },
  PICKED: { label: "Picked", glyph: "arrow" },
  INSTALLED: { label: "Installed", glyph: "match" },
  CONSIGNED: { label: "Consigned", glyph: "moved" },
  UNAVAILABLE: { label: "Unavailable", glyph: "close" },
};

export const statuses = Object.keys(statusWords) as QuantStatus[];
