/** GS1's check digit: from the right, the digits weigh 3 and 1 in turn. */
export function gtinCheckDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(digits[index]) * weight;
  }
  return String((10 - (sum % 10)) % 10);
}

const gtinShape = /^(\d{8}|\d{12,14})$/u;

/** Whatever has the shape of a GTIN is held to its check digit; every other code is an alias. */
export function barcodeKindOf(code: string): "GTIN" | "ALIAS" {
  return gtinShape.test(code) ? "GTIN" : "ALIAS";
}

export function hasWrongCheckDigit(code: string): boolean {
  return barcodeKindOf(code) === "GTIN" && gtinCheckDigit(code.slice(0, -1)) !== code.at(-1);
}
