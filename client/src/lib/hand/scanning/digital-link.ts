import { asGtin14, hasRightCheckDigit } from "./check-digit.ts";
import { expiryOf, type Elements } from "./element-string.ts";

/** A GS1 Digital Link, of whichever domain: `https://id.gs1.org/01/09506000134352/10/ABC?17=290400`. */
export function readDigitalLink(text: string): Elements | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { pathname, searchParams } = new URL(text);
  const steps = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const at = steps.findIndex((step, index) => {
    const next = steps[index + 1] ?? "";
    return step === "01" && /^\d{8,14}$/.test(next) && hasRightCheckDigit(asGtin14(next));
  });
  if (at < 0) return null;
  const said = new Map<string, string>(searchParams);
  for (let index = at; index + 1 < steps.length; index += 2)
    said.set(steps[index] ?? "", steps[index + 1] ?? "");
  const expiry = said.get("17");
  return {
    gtin: asGtin14(said.get("01") ?? ""),
    lot: said.get("10") ?? null,
    serial: said.get("21") ?? null,
    expiresOn: expiry ? expiryOf(expiry) : null,
    count: said.get("30") ?? said.get("37") ?? null,
    weightKg: null,
  };
}
