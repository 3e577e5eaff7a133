/** Whether the last digit is what GS1 demands of a GTIN-8, 12, 13 or 14. */
export function hasRightCheckDigit(digits: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false;
  const sum = [...digits.slice(0, -1)]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** GTINs of all lengths are one number with zeros before it. */
export function asGtin14(digits: string): string {
  return digits.padStart(14, "0");
}

/** Codes are compared as their labels mean them: in any case, GTINs in any length. */
export function comparable(code: string): string {
  return hasRightCheckDigit(code) ? asGtin14(code) : code.trim().toUpperCase();
}
