import { language } from "#lib/shared/language/language.svelte.ts";

/** Decimals travel as strings and are written from strings: no stored number becomes a float. */

const decimal = /^-?\d+(\.\d+)?$/;
const minus = "−";

interface DecimalForm {
  locale?: string | undefined;
  /** Decimals that are always written, so that a column lines up. */
  decimalsAtLeast?: number | undefined;
  /** Rounded half up to these; otherwise every stored digit is kept. */
  decimalsAtMost?: number | undefined;
}

const decimalsOfIntl = 20;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf({
  locale = language.ofNumbers,
  decimalsAtLeast = 0,
  decimalsAtMost,
}: DecimalForm) {
  const key = `${locale} ${decimalsAtLeast} ${decimalsAtMost}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimalsAtLeast,
      maximumFractionDigits: decimalsAtMost ?? decimalsOfIntl,
      signDisplay: "negative", // no minus before a zero
    });
  formats.set(key, made);
  return made;
}

/** "12345.60" as "12,345.6", grouped as the reader's locale does it. */
export function formatDecimal(value: string, form: DecimalForm = {}): string {
  if (!decimal.test(value)) return value;
  const format = formatOf(form);
  // Intl reads a numeric string exactly, whatever its length.
  return format.format(value as Intl.StringNumericLiteral).replace("-", minus);
}

/** With its sign always written: "+30", "−9", "0". */
export function formatSigned(value: string, form: DecimalForm = {}): string {
  const written = formatDecimal(value, form);
  return signOf(value) > 0 ? `+${written}` : written;
}

/** An amount in the currency's own decimals, without its symbol: the column head says it. */
export function formatMoney(value: string, currency: string, locale?: string): string {
  const decimals = currencyDecimals(currency);
  return formatDecimal(value, { locale, decimalsAtLeast: decimals, decimalsAtMost: decimals });
}

/** The same with its sign always written: what a variance is worth. */
export function formatSignedMoney(value: string, currency: string, locale?: string): string {
  const decimals = currencyDecimals(currency);
  return formatSigned(value, { locale, decimalsAtLeast: decimals, decimalsAtMost: decimals });
}

/** What one unit costs, on its own. It is kept finer than money is paid, and no digit is dropped. */
export function formatUnitCost(value: string, currency: string, locale?: string): string {
  const cost = formatDecimal(value, { locale, decimalsAtLeast: currencyDecimals(currency) });
  return `${currencySymbol(currency, locale)} ${cost}`;
}

export function currencySymbol(currency: string, locale = language.ofNumbers): string {
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/** −1, 0 or 1, read from the digits. */
export function signOf(value: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(value)) return 0;
  return value.startsWith("-") ? -1 : 1;
}

/** Negative when the first is less, exact for any number of digits. */
export function compareDecimals(a: string, b: string): number {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const difference = scaled(a, decimals) - scaled(b, decimals);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** The exact sum. */
export function addDecimals(a: string, b: string): string {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return written(scaled(a, decimals) + scaled(b, decimals), decimals);
}

/** The exact product, for instance of packs and what one holds. */
export function multiplyDecimals(a: string, b: string): string {
  const decimals = decimalsOf(a) + decimalsOf(b);
  return written(scaled(a, decimalsOf(a)) * scaled(b, decimalsOf(b)), decimals);
}

function written(value: bigint, decimals: number): string {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}

function decimalsOf(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

function scaled(value: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

function currencyDecimals(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
