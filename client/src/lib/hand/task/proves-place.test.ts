import { expect, test } from "vitest";
import type { Meaning } from "../scanning/classify-scan.ts";
import type { ScanOrigin } from "../scanning/scan-source.ts";
import { provesPlace } from "./proves-place.ts";

const unknown: Meaning = { kind: "UNKNOWN", code: "47", isGtin: false };
const label = (locationId: string): Meaning => ({ kind: "LOCATION", locationId });

test.each<[string, string | null, ScanOrigin, string, Meaning, boolean]>([
  ["its label, scanned", "47", "WEDGE", "A-01", label("bin"), true],
  ["its label, by the camera", null, "CAMERA", "A-01", label("bin"), true],
  ["the label next door", "47", "WEDGE", "A-02", label("other"), false],
  ["its digits, typed", "47", "TYPED", " 47 ", unknown, true],
  ["other digits", "47", "TYPED", "74", unknown, false],
  ["its code from the screen, typed", "47", "TYPED", "A-01", label("bin"), false],
  ["its code from the screen, pasted", "47", "PASTED", "A-01", label("bin"), false],
  ["its code, typed, where the label has no digits", null, "TYPED", "A-01", label("bin"), true],
  ["its digits, scanned with something else", "47", "WEDGE", "47", unknown, false],
])("%s", (_, checkDigits, origin, text, meaning, isProven) => {
  expect(provesPlace({ id: "bin", checkDigits }, meaning, { text, origin })).toBe(isProven);
});
