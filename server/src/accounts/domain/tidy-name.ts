/** A name as it is kept: one line, no hidden characters, not endless. */
export function tidyName(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200);
}
