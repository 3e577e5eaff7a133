export const passwordLength = { min: 10, max: 128 };

export type PasswordRejection = "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_LONG";

export function rejectPassword(password: string): PasswordRejection | null {
  if ([...password].length < passwordLength.min) return "PASSWORD_TOO_SHORT";
  if (password.length > passwordLength.max) return "PASSWORD_TOO_LONG";
  return null;
}

const plausibleEmail = /^[^\s@\p{Cc}]{1,64}@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)+$/u;

export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && plausibleEmail.test(text);
}
