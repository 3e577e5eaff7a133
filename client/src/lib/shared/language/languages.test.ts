import { expect, test } from "vitest";
import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { localeOf, usualLanguage } from "./languages.ts";

test("the browser's wish decides until somebody has chosen", () => {
  expect(usualLanguage(["fr-FR", "es-MX", "en"])).toBe("es");
  expect(usualLanguage(["ar-EG"])).toBe("ar");
  expect(usualLanguage(["fr"])).toBe("en");
});

test("numbers are written as the region does it, in the digits of the labels", () => {
  expect(formatDecimal("1234.5", { locale: localeOf("de", ["en-GB", "de-AT", "de"]) })).toMatch(
    /^1\D234,5$/,
  );
  expect(formatDecimal("1234.5", { locale: localeOf("ar", ["ar-EG"]) })).toBe("1,234.5");
});

test("what a browser asks for and nobody knows is passed over", () => {
  expect(localeOf("en", ["en-US@posix"])).toBe("en-u-nu-latn");
  expect(usualLanguage(["en-US@posix"])).toBe("en");
});
