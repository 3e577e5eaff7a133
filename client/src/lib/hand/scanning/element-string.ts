import type gs1 from "gs1-barcode-parser-mod";
import { hasRightCheckDigit } from "./check-digit.ts";

/** What a GS1 element string says of what it is stuck on. */
export interface Elements {
  gtin: string | null;
  lot: string | null;
  serial: string | null;
  /** As YYYY-MM-DD; the day 00 is the last of its month. */
  expiresOn: string | null;
  /** AI 30 or 37: how many pieces. */
  count: string | null;
  /** AI 310n: net weight in kilograms, exactly as written. */
  weightKg: string | null;
}

export type ElementsRead = { kind: "READ"; elements: Elements } | { kind: "BROKEN" };

type ParsedItem = ReturnType<typeof gs1.parseBarcode>["parsedCodeItems"][number];

let parser: typeof gs1 | undefined;

/** The parser is heavy, and comes once the first screen stands: waited for before a scan is read. */
export async function loadElements(): Promise<void> {
  parser ??= (await import("gs1-barcode-parser-mod")).default;
}

const separator = "\u001d";
const fixedLengths: Record<string, number> = { "01": 14, "02": 14, "17": 6, "15": 6, "11": 6 };

/** Reads what stands behind the symbology identifier. Only for what is known to be an element string. */
export function readElements(content: string): ElementsRead {
  if (!parser) throw new Error("The parser of element strings has not been loaded.");
  let items: readonly ParsedItem[];
  try {
    const text = content.startsWith("(") ? content : `]C1${content}`;
    ({ parsedCodeItems: items } = parser.parseBarcode(text, separator));
  } catch {
    return { kind: "BROKEN" };
  }
  const elements: Elements = {
    ...{ gtin: null, lot: null, serial: null },
    ...{ expiresOn: null, count: null, weightKg: null },
  };
  for (const item of items) if (!take(item, elements)) return { kind: "BROKEN" };
  return items.length > 0 ? { kind: "READ", elements } : { kind: "BROKEN" };
}

/** False where the element is not whole: a part of a code must never pass for one. */
function take({ ai, data, raw }: ParsedItem, elements: Elements): boolean {
  const text = (raw ?? String(data)).replaceAll(separator, "");
  const fixed = fixedLengths[ai];
  if (fixed !== undefined && (text.length !== fixed || !/^\d+$/.test(text))) return false;
  switch (ai) {
    case "01":
    case "02":
      elements.gtin = text;
      return hasRightCheckDigit(text);
    case "10":
      elements.lot = text;
      return text.length > 0;
    case "21":
      elements.serial = text;
      return text.length > 0;
    case "17":
      elements.expiresOn = expiryOf(text);
      return elements.expiresOn !== null;
    case "30":
    case "37":
      elements.count = text.replace(/^0+(?=\d)/, "");
      return /^\d{1,8}$/.test(text);
  }
  if (/^310\d$/.test(ai)) elements.weightKg = weightOf(text, Number(ai.at(-1)));
  return true;
}

/** YYMMDD within fifty years of today's century, as GS1 has it; a label lives far less long. */
export function expiryOf(text: string, today: Date = new Date()): string | null {
  const [yy, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  if (yy === undefined || month === undefined || day === undefined) return null;
  const thisYear = today.getUTCFullYear();
  const century = Math.floor(thisYear / 100) * 100;
  const distance = yy - (thisYear % 100);
  const year = century + yy + (distance >= 51 ? -100 : distance <= -50 ? 100 : 0);
  if (month < 1 || month > 12) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > lastDay) return null;
  const written = (value: number) => String(value).padStart(2, "0");
  return `${year}-${written(month)}-${written(day === 0 ? lastDay : day)}`;
}

function weightOf(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, "0");
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, "");
  return decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`;
}
