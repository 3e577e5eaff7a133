import { passwordMessages } from "./password-messages.ts";

export const changePasswordMessages = {
  WRONG_PASSWORD: "The current password is wrong.",
  ...passwordMessages,
  TOO_MANY_TRIES: "Too many tries: wait a while, then try again.",
};
export type ChangePasswordRejection = keyof typeof changePasswordMessages;
