import { expect, test } from "vitest";
import { sourceInWords, valueInWords } from "./option-words.ts";

const option = (code: string, kind: "SWITCH" | "NUMBER" | "AMOUNT" | "CHOICE") => ({ code, kind });

test("a value is said in words, not as yes and no", () => {
  expect(valueInWords(option("325", "SWITCH"), false, "EUR")).toBe("No zero counts");
  expect(valueInWords(option("198", "CHOICE"), "SHORTAGES", "EUR")).toBe("Counted Shortages");
  expect(valueInWords(option("lotsToCount", "NUMBER"), 1, "EUR")).toBe("1 lot");
  expect(valueInWords(option("controlRecountPercent", "NUMBER"), 5, "EUR")).toBe("5 %");
  expect(valueInWords(option("highValueFrom", "AMOUNT"), "1000", "EUR")).toBe("1,000.00 EUR");
});

test("an option of a newer server is still said", () => {
  expect(valueInWords(option("777", "SWITCH"), true, "EUR")).toBe("On");
  expect(valueInWords(option("778", "CHOICE"), "BY_COLOUR", "EUR")).toBe("By colour");
});

test("the company's own page does not say that it inherits from itself", () => {
  expect(sourceInWords("COMPANY", false)).toBe("from the company");
  expect(sourceInWords("COMPANY", true)).toBe("set");
});
