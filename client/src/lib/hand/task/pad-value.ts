import { addDecimals, multiplyDecimals } from "#lib/shared/text/decimal.ts";

export type PadKey =
  | { kind: "DIGIT"; digit: string }
  | { kind: "POINT" }
  | { kind: "OPERATOR"; operator: "×" | "+" | "−" }
  | { kind: "BACK" }
  | { kind: "CLEAR" };

/** The key of a keyboard as a key of the pad. What stands between thousands is left out, as on paper. */
export function pressed(key: string, point: string): PadKey | undefined {
  if (/^\d$/.test(key)) return { kind: "DIGIT", digit: key };
  if (key === point) return { kind: "POINT" };
  return key === "Backspace" ? { kind: "BACK" } : undefined;
}

/** No shelf holds more; what is longer is a code that was typed into the pad. */
const mostDigits = 7;

export type PadValue =
  | { kind: "EMPTY" }
  /** Not finished: an operator waits for its number. */
  | { kind: "OPEN" }
  | { kind: "VALUE"; value: string }
  | { kind: "LOOKS_LIKE_A_CODE" }
  | { kind: "BELOW_ZERO" }
  | { kind: "TOO_FINE" };

/** What the text of the pad becomes with a key. A text is digits, a point, and `12×6+3`. */
export function press(text: string, key: PadKey, decimals: number): string {
  const number = /[\d.]*$/.exec(text)?.[0] ?? "";
  switch (key.kind) {
    case "DIGIT":
      return number === "0" ? text.slice(0, -1) + key.digit : text + key.digit;
    case "POINT":
      if (decimals === 0 || number.includes(".")) return text;
      return text + (number === "" ? "0." : ".");
    case "OPERATOR":
      if (text === "") return text;
      return number === "" ? text.slice(0, -1) + key.operator : text + key.operator;
    case "BACK":
      return text.slice(0, -1);
    case "CLEAR":
      return "";
  }
}

/** What it comes to, × before + and −, exactly. `decimals` is how fine the unit is counted. */
export function valueOf(text: string, decimals: number): PadValue {
  if (text === "") return { kind: "EMPTY" };
  if (/(^|[×+−])\d{8,}/.test(text)) return { kind: "LOOKS_LIKE_A_CODE" };
  if (!/^\d+(\.\d+)?([×+−]\d+(\.\d+)?)*$/.test(text)) return { kind: "OPEN" };
  const terms = text.split(/(?=[+−])/).map((term) => {
    const sign = term.startsWith("−") ? "-1" : "1";
    return term.replace(/^[+−]/, "").split("×").reduce(multiplyDecimals, sign);
  });
  const value = terms.reduce(addDecimals, "0");
  if (value.startsWith("-")) return { kind: "BELOW_ZERO" };
  const [whole = "", fraction = ""] = value.split(".");
  if (fraction.length > decimals) return { kind: "TOO_FINE" };
  return whole.length > mostDigits ? { kind: "LOOKS_LIKE_A_CODE" } : { kind: "VALUE", value };
}
