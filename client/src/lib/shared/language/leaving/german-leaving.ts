import type { Translated } from "../text.ts";
import type { leavingWords } from "../leaving-words.ts";

export const germanLeaving = {
  signOutTitle: "Abmelden",
  unsent: {
    one: "{count} Eingabe ist nicht gesendet",
    other: "{count} Eingaben sind nicht gesendet",
  },
  unsentDetail:
    "Sie bleiben auf diesem Gerät und werden gesendet, wenn du dich hier wieder anmeldest. Niemand sonst kann sie senden, und ohne sie kann die Zählung nicht abgegeben werden.",
  leave: "Abmelden, hier behalten",
  stay: "Angemeldet bleiben",
} satisfies Translated<(typeof leavingWords)["english"]>;
