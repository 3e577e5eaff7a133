/** GS1's check digit: from the right, the digits weigh 3 and 1 in turn. */
export function gtinCheckDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(digits[index]) * weight;
  }
  return String((10 - (sum % 10)) % 10);
}

/** 20 is a prefix for use inside a company: no such number belongs to a real product. */
const restrictedPrefix = "20";

export function gtin13Of(position: number): string {
  const digits = restrictedPrefix + String(position).padStart(10, "0");
  return digits + gtinCheckDigit(digits);
}

/** The case of an item: an indicator 1 to 8 before the item's own number. */
export function gtin14Of(gtin13: string, indicator: number): string {
  const digits = String(indicator) + gtin13.slice(0, 12);
  return digits + gtinCheckDigit(digits);
}
