export const signInMessages = {
  TOO_MANY_TRIES: "Too many tries: wait a while, then try again.",
  WRONG_EMAIL_OR_PASSWORD: "The e-mail address or the password is wrong.",
};
export type SignInRejection = keyof typeof signInMessages;
