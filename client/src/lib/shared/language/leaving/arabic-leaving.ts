import type { Translated } from "../text.ts";
import type { leavingWords } from "../leaving-words.ts";

export const arabicLeaving = {
  signOutTitle: "تسجيل الخروج",
  unsent: {
    zero: "أُرسل كل شيء",
    one: "إدخال واحد لم يُرسل",
    two: "إدخالان لم يُرسلا",
    few: "{count} إدخالات لم تُرسل",
    many: "{count} إدخالًا لم يُرسل",
    other: "{count} إدخال لم يُرسل",
  },
  unsentDetail:
    "تبقى على هذا الجهاز وتُرسل حين تسجّل الدخول هنا من جديد. لا يستطيع غيرك إرسالها، ولا يُسلَّم الجرد من دونها.",
  leave: "اخرج وأبقِها هنا",
  stay: "البقاء مسجّلًا",
} satisfies Translated<(typeof leavingWords)["english"]>;
