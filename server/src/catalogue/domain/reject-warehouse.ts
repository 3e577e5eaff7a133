import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

export const warehouseRejections = {
  CODE_MISSING: "A warehouse needs a code.",
  NAME_MISSING: "A warehouse needs a name.",
  TIME_ZONE_UNKNOWN: "This is not a time zone of the IANA list, such as Europe/Berlin.",
  CURRENCY_UNKNOWN: "This is not a currency of the ISO list, such as EUR.",
  CODE_TAKEN: "Another warehouse has this code.",
} as const;
export type WarehouseRejectionReason = keyof typeof warehouseRejections;
const reject = rejectionsOf<WarehouseRejectionReason>(warehouseRejections);

export interface ProposedWarehouse {
  code: string;
  name: string;
  timeZone: string;
  currency: string;
}

export interface WarehouseFacts {
  codeIsTaken: boolean;
}

export function rejectWarehouse(
  { code, name, timeZone, currency }: ProposedWarehouse,
  facts: WarehouseFacts,
): Rejection<WarehouseRejectionReason> | null {
  if (code === "") return reject("CODE_MISSING");
  if (name === "") return reject("NAME_MISSING");
  if (!isTimeZone(timeZone)) return reject("TIME_ZONE_UNKNOWN", timeZone);
  if (!isCurrency(currency)) return reject("CURRENCY_UNKNOWN", currency);
  if (facts.codeIsTaken) return reject("CODE_TAKEN", code);
  return null;
}

/** Offsets such as +02:00 are accepted by the formatter, but have no summer time: a name is required. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const currencies = new Set(Intl.supportedValuesOf("currency"));

export function isCurrency(code: string): boolean {
  return currencies.has(code);
}
