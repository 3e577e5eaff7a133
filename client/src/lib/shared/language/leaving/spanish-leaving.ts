import type { Translated } from "../text.ts";
import type { leavingWords } from "../leaving-words.ts";

export const spanishLeaving = {
  signOutTitle: "Cerrar sesión",
  unsent: {
    one: "{count} anotación sin enviar",
    many: "{count} de anotaciones sin enviar",
    other: "{count} anotaciones sin enviar",
  },
  unsentDetail:
    "Se quedan en este dispositivo y se envían cuando vuelvas a entrar aquí. Nadie más puede enviarlas, y sin ellas no se puede entregar el conteo.",
  leave: "Salir y dejarlas aquí",
  stay: "Seguir dentro",
} satisfies Translated<(typeof leavingWords)["english"]>;
