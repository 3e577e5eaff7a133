import { words } from "./words.ts";

/** Before somebody leaves a device that holds what only he can send: said alike in the hand and at the desk. */
export const leavingWords = words("leaving", {
  signOutTitle: "Sign out",
  unsent: { one: "{count} entry is not sent", other: "{count} entries are not sent" },
  unsentDetail:
    "They stay on this device, and are sent when you sign in here again. Nobody else can send them, and the count cannot be handed in without them.",
  leave: "Sign out, keep them here",
  stay: "Stay signed in",
});
