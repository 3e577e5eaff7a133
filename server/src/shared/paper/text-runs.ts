/**
 * The fonts that letters are drawn from: one for what Europe writes in Latin, one for its other scripts
 * and for those that are written from the right, and one that has every letter there is.
 */
export type Script = "LATIN" | "OTHER" | "FAR";

export interface TextRun {
  text: string;
  script: Script;
}

const european =
  /[\u0020-\u007e\u00a0-\u017e\u0218-\u021b\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122]/u;
/** The first font does not have these. */
const lacking = /[\u00adµĈĉĔĕĜĝĤĥĨĩĬĭĴĵĸĿŀŉŊŋŌōŎŏŖŗŜŝŦŧŨũŬŭ]/u;
/** The second does not have these: Chinese, Japanese, Korean, Thai, the scripts of India, and others. */
const far =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Lao}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}\p{N}]|[\u3000-\u30ff\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const digit = /\p{Nd}/u;
const neutral = /[\s\p{P}]/u;

/** The parts of a line that one font draws, from left to right as they stand on paper. */
export function textRuns(line: string): TextRun[] {
  const runs: TextRun[] = [];
  for (const letter of line) {
    const last = runs.at(-1);
    // Blanks and points are in all fonts: they stay with the words before them.
    const script =
      last && neutral.test(letter) && !far.test(letter) ? last.script : scriptOf(letter);
    if (last?.script === script && !isTurn(last.text, letter)) last.text += letter;
    else runs.push({ text: letter, script });
  }
  const [first] = /\p{L}/u.exec(line) ?? [];
  // A line that begins in a right-to-left script is read from its right end.
  return first && rightToLeft.test(first) ? runs.reverse() : runs;
}

/** Digits stand from left to right, in whatever script. */
function isTurn(before: string, letter: string): boolean {
  const last = before.at(-1) ?? "";
  const isRightToLeft = rightToLeft.test(last) || rightToLeft.test(letter);
  return isRightToLeft && digit.test(last) !== digit.test(letter);
}

function scriptOf(letter: string): Script {
  if (far.test(letter)) return "FAR";
  return european.test(letter) && !lacking.test(letter) ? "LATIN" : "OTHER";
}
