import { addDecimals, formatDecimal, formatSigned, signOf } from "#lib/shared/text/decimal.ts";
import { moneyInWords, negated, signedMoney } from "./money-words.ts";

/** What is said of a posting before it is made. */
export interface PostingFigures {
  lines: number;
  matches: number;
  receipts: number;
  issues: number;
  moves: number;
  unitsIn: string;
  unitsOut: string;
  /** Left out for those who may not see costs. */
  valueIn?: string | undefined;
  valueOut?: string | undefined;
  notCounted: number;
}

export function linesInWords(lines: number): string {
  return `${formatDecimal(String(lines))} ${lines === 1 ? "line" : "lines"}`;
}

export function netUnits({ unitsIn, unitsOut }: Pick<PostingFigures, "unitsIn" | "unitsOut">) {
  return addDecimals(unitsIn, negated(unitsOut));
}

/** Undefined for those who may not see costs. */
export function netValue({ valueIn, valueOut }: Pick<PostingFigures, "valueIn" | "valueOut">) {
  if (valueIn === undefined || valueOut === undefined) return undefined;
  return addDecimals(valueIn, negated(valueOut));
}

/** What follows, as a sentence. */
export function consequenceOf(figures: PostingFigures, currency: string): string {
  const { lines, issues, receipts, moves, matches, unitsIn, unitsOut } = figures;
  if (lines === 0) return "There is nothing to post.";
  const changes = issues + receipts;
  if (changes === 0 && moves === 0)
    return `${linesInWords(matches)} match the books: kept as evidence, and stock stays as it is.`;
  const parts = [
    changes > 0 &&
      `${unitsWords(unitsOut)} ${isOne(unitsOut) ? "leaves" : "leave"} and ${formatDecimal(unitsIn)} ${isOne(unitsIn) ? "enters" : "enter"} stock on ${linesInWords(changes)}`,
    moves > 0 &&
      `${formatDecimal(String(moves))} ${moves === 1 ? "piece changes" : "pieces change"} place`,
    matches > 0 && `${linesInWords(matches)} match`,
  ].filter(Boolean);
  return [`${parts.join("; ")}.`, valueSentence(netValue(figures), currency)]
    .filter(Boolean)
    .join(" ");
}

function valueSentence(net: string | undefined, currency: string): string | undefined {
  if (net === undefined) return undefined;
  const sign = signOf(net);
  if (sign === 0) return "The value of stock stays as it is.";
  const amount = moneyInWords(net.replace("-", ""), currency);
  return `Stock value ${sign > 0 ? "rises" : "falls"} by ${amount}.`;
}

const isOne = (units: string) => /^1(\.0+)?$/.test(units);
const unitsWords = (units: string) => `${formatDecimal(units)} ${isOne(units) ? "unit" : "units"}`;

/** On the button: how much is posted. */
export function postingInWords(figures: PostingFigures, currency: string): string {
  const net = netValue(figures);
  return net === undefined
    ? `${linesInWords(figures.lines)}, ${formatSigned(netUnits(figures))} units net`
    : `${linesInWords(figures.lines)}, ${signedMoney(net, currency)} net`;
}

const named = [
  ["lines", "lines to post"],
  ["issues", "issues"],
  ["receipts", "receipts"],
  ["matches", "matches"],
  ["moves", "moves"],
  ["notCounted", "not counted"],
] as const;

/** What is other than it was when somebody looked, each as a sentence. */
export function changesBetween(
  before: PostingFigures,
  after: PostingFigures,
  currency: string,
): string[] {
  const counts = named
    .filter(([name]) => before[name] !== after[name])
    .map(([name, words]) => `${words}: ${count(before[name])} → ${count(after[name])}`);
  const [unitsThen, unitsNow] = [netUnits(before), netUnits(after)];
  const [valueThen, valueNow] = [netValue(before), netValue(after)];
  return [
    ...counts,
    ...(unitsThen === unitsNow
      ? []
      : [`net units: ${formatSigned(unitsThen)} → ${formatSigned(unitsNow)}`]),
    ...(valueThen === valueNow || valueThen === undefined || valueNow === undefined
      ? []
      : [`net: ${signedMoney(valueThen, currency)} → ${signedMoney(valueNow, currency)}`]),
  ];
}

const count = (value: number) => formatDecimal(String(value));

/** The first twelve of a digest, in fours: enough to compare two by eye. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 12).replace(/(.{4})(?=.)/g, "$1 ");
}
