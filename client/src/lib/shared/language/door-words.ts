import { words } from "./words.ts";

/** What whoever has not signed in reads. */
export const doorWords = words("door", {
  tagline: "Count stock together, live.",
  signIn: "Sign in",
  ended: "Your session has ended. Sign in to go on where you were.",
  email: "E-mail",
  password: "Password",
  typeBoth: "Type your e-mail address and your password.",
  tryAgain: "You can try again in {time}.",
  joinCount: "Join a count",
  orJoin: "or join a count",
  scan: "Scan",
  typeCode: "Type code",
  demo: "Try a demo account",
  demoDetail: "This installation holds demonstration data. A click fills the form.",
});
