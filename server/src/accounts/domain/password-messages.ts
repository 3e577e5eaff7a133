import { passwordLength, type PasswordRejection } from "./password.ts";

export const passwordMessages: Record<PasswordRejection, string> = {
  PASSWORD_TOO_SHORT: `A password has at least ${passwordLength.min} characters.`,
  PASSWORD_TOO_LONG: `A password has at most ${passwordLength.max} characters.`,
};
