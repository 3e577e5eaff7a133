/** Something that is known, under whatever it goes by. */
export interface KnownValue {
  value: string;
  name: string;
  barcodes: readonly string[];
  /** Some of it is in this warehouse. */
  isStocked: boolean;
}

/** What may be meant by a value that nobody knows. */
export interface LikelyValue {
  value: string;
  name: string;
  /** Why it may be meant, in a few words. */
  note: string;
}

export const likelyAtMost = 3;

const alike: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", S: "5", B: "8" };

/** Equal for texts that look alike on paper and on a screen: small and large, O and 0, l, I and 1. */
export const looksOf = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[\s_-]/gu, "")
    .replaceAll(/[OILSB]/gu, (sign) => alike[sign] ?? sign);

/** The nearest first. What shares too little with what is given is not offered: it would be a guess. */
export function likelyValues(given: string, known: readonly KnownValue[]): LikelyValue[] {
  return known
    .flatMap((each) => ranked(given, each) ?? [])
    .toSorted(
      (one, other) =>
        one.rank - other.rank ||
        Number(other.isStocked) - Number(one.isStocked) ||
        (one.value < other.value ? -1 : 1),
    )
    .slice(0, likelyAtMost)
    .map(({ value, name, isStocked, why }) => ({
      ...{ value, name, note: isStocked ? `${why}, stocked here` : why },
    }));
}

function ranked(given: string, known: KnownValue) {
  if (known.barcodes.includes(given)) return { ...known, rank: 0, why: "its barcode" };
  if (known.name.toLowerCase() === given.toLowerCase())
    return { ...known, rank: 0, why: "its description" };
  const [looks, others] = [looksOf(given), looksOf(known.value)];
  if (looks === others) return { ...known, rank: 0, why: "looks the same" };
  const differs = signsThatDiffer(looks, others);
  if (differs > Math.max(1, Math.floor(looks.length / 3))) return null;
  return {
    ...known,
    rank: differs,
    why: differs === 1 ? "1 sign differs" : `${differs} signs differ`,
  };
}

/** Signs that are wrong, missing or too many; two that have changed places are one. */
function signsThatDiffer(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now[at] = Math.min(
        (last[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        row > 1 && at > 1 && isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
