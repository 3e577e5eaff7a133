import { isEmail, normaliseEmail, rejectPassword } from "./password.ts";
import { passwordMessages } from "./password-messages.ts";
import { tidyName } from "./tidy-name.ts";

export interface SetUp {
  name: string;
  email: string;
  password: string;
  warehouseCode: string;
  warehouseName: string;
  timeZone: string;
  currency: string;
}

export const setUpMessages = {
  ALREADY_SET_UP: "This installation has been set up already: sign in instead.",
  NAME_MISSING: "Give your own name and the name of the warehouse.",
  EMAIL_INVALID: "That is not an e-mail address.",
  ...passwordMessages,
  CODE_MISSING: "Give the warehouse a short code.",
  TIME_ZONE_UNKNOWN: "That time zone is unknown: give one such as Europe/Berlin.",
  CURRENCY_UNKNOWN: "That currency is unknown: give one such as EUR.",
};
export type SetUpRejection = keyof typeof setUpMessages;

export function tidySetUp(input: SetUp): SetUp {
  return {
    name: tidyName(input.name),
    email: normaliseEmail(input.email),
    password: input.password,
    warehouseCode: tidyName(input.warehouseCode),
    warehouseName: tidyName(input.warehouseName),
    timeZone: input.timeZone.trim(),
    currency: input.currency.trim().toUpperCase(),
  };
}

export function rejectSetUp(setUp: SetUp, needsSetUp: boolean): SetUpRejection | null {
  if (!needsSetUp) return "ALREADY_SET_UP";
  if (setUp.name === "" || setUp.warehouseName === "") return "NAME_MISSING";
  if (!isEmail(setUp.email)) return "EMAIL_INVALID";
  const password = rejectPassword(setUp.password);
  if (password) return password;
  if (setUp.warehouseCode === "") return "CODE_MISSING";
  if (!isTimeZone(setUp.timeZone)) return "TIME_ZONE_UNKNOWN";
  if (!Intl.supportedValuesOf("currency").includes(setUp.currency)) return "CURRENCY_UNKNOWN";
  return null;
}

/** Names only: an offset such as +01:00 knows no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{1,60}$/u.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
