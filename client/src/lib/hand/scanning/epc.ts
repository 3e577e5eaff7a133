/** What a radio tag says of itself. */
export interface Epc {
  /** As it is compared: hexadecimal, in capitals. */
  tag: string;
  /** Of its item, where the tag is coded by one; other schemes say nothing that is on a label. */
  gtin: string | null;
}

/** Headers of the schemes of the EPC Tag Data Standard that number pieces, by how many bits they have. */
const bitsByHeader: Record<string, number> = {
  ...{ "2C": 96, "2F": 96, "30": 96, "31": 96, "32": 96, "33": 96, "34": 96, "35": 96 },
  ...{ "36": 198, "37": 170, "38": 202, "39": 195, "3E": 174 },
};
/** By partition, 0 to 6: bits and digits of the company, then bits of the item; digits are 13 together. */
const partitions = [
  [40, 12, 4],
  [37, 11, 7],
  [34, 10, 10],
  [30, 9, 14],
  [27, 8, 17],
  [24, 7, 20],
  [20, 6, 24],
] as const;
const digitsTogether = 13;
const bitsInWord = 16;

/** Null for whatever is no tag: readers give the whole bank, in words of sixteen bits. */
export function readEpc(text: string): Epc | null {
  const tag = text.trim().toUpperCase();
  const bits = /^[0-9A-F]{24,64}$/.test(tag) ? bitsByHeader[tag.slice(0, 2)] : undefined;
  if (bits === undefined || tag.length * 4 !== Math.ceil(bits / bitsInWord) * bitsInWord)
    return null;
  const isOfTradeItem = tag.startsWith("30") || tag.startsWith("36");
  return { tag, gtin: isOfTradeItem ? gtinOf(tag) : null };
}

/** SGTIN: header 8, filter 3, partition 3, company, item with its indicator, serial. */
function gtinOf(tag: string): string | null {
  const bits = [...tag].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0"));
  const read = (from: number, length: number) =>
    Number.parseInt(bits.join("").slice(from, from + length), 2);
  const partition = partitions[read(11, 3)];
  if (!partition) return null;
  const [companyBits, companyDigits, itemBits] = partition;
  const company = String(read(14, companyBits)).padStart(companyDigits, "0");
  const item = String(read(14 + companyBits, itemBits)).padStart(
    digitsTogether - companyDigits,
    "0",
  );
  const digits = `${item.slice(0, 1)}${company}${item.slice(1)}`;
  return digits.length === digitsTogether ? digits + checkDigitOf(digits) : null;
}

function checkDigitOf(digits: string): number {
  const sum = [...digits].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10;
}
