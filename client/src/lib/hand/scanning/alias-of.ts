import { hasRightCheckDigit } from "./check-digit.ts";
import { readDigitalLink } from "./digital-link.ts";

/** What of a scan names its item, and would be its barcode: not the lot, not the serial, not the symbology. */
export function aliasOf(raw: string): string {
  const text = raw.replace(/^\][A-Za-z][0-9A-Za-z]/, "").trim();
  const [, gtin] = /^(?:\(01\)|01)(\d{14})/.exec(text) ?? [];
  if (gtin !== undefined && hasRightCheckDigit(gtin)) return gtin;
  return readDigitalLink(text)?.gtin ?? text;
}
