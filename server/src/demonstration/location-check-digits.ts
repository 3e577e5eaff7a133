/**
 * Two digits on the label that a counter reads back to prove he stands there. ISO 7064 MOD 97-10
 * over the code, so neighbours never share them.
 */
export function locationCheckDigits(code: string): string {
  let remainder = 0;
  for (const character of code.toUpperCase()) {
    if (!/[0-9A-Z]/u.test(character)) continue;
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return String(98 - ((remainder * 100) % 97)).padStart(2, "0");
}
