import { linesWords, type CalendarDay } from "./plan-words.ts";

type Figured = Pick<
  CalendarDay,
  | "day"
  | "isOpen"
  | "holiday"
  | "linesCounted"
  | "linesMade"
  | "linesLeft"
  | "linesPlanned"
  | "overBy"
  | "loads"
>;

export interface DayFigures {
  /** At the far end of its head: counted, planned, or "74 / 93" on the day itself. */
  number: string;
  /** Lines that are still to be counted on the day. */
  toCome: number;
  isOver: boolean;
  /** Below its bar. */
  about: string;
  /** All of it, for those who do not see the bar. */
  inWords: string;
}

/** What a day of the calendar says. */
export function dayFigures(day: Figured, today: string): DayFigures {
  const { linesCounted: counted, linesMade, linesLeft, linesPlanned, overBy } = day;
  if (!day.isOpen) {
    const about = day.holiday ?? "";
    const words = [about || "closed", ...(counted > 0 ? [`${linesWords(counted)} counted`] : [])];
    const number = counted > 0 ? String(counted) : "";
    return { number, toCome: 0, isOver: false, about, inWords: words.join(", ") };
  }
  const isPast = day.day < today;
  const toCome = isPast ? 0 : linesLeft + linesPlanned;
  const isOver = overBy > 0 && !isPast;
  const all = counted + toCome;
  const number =
    day.day === today && counted > 0 ? `${counted} / ${all}` : all > 0 ? String(all) : "";
  const about = aboutOf(day, today, toCome);
  const left = isPast && linesLeft > 0 ? `, ${linesWords(linesLeft)} left over` : "";
  const planned = toCome > 0 ? `, ${linesWords(toCome)} to come` : "";
  const over = isOver ? `, ${overBy} over the limit` : "";
  const words = `${linesWords(counted)} counted${left}${planned}${over}`;
  return {
    ...{ number, toCome, isOver, about },
    inWords: counted === 0 && toCome === 0 && linesMade === 0 ? "nothing planned" : words,
  };
}

function aboutOf(day: Figured, today: string, toCome: number): string {
  if (day.day < today) {
    if (day.linesLeft > 0) return `${day.linesLeft} left over`;
    return day.linesCounted > 0 ? "all done" : "";
  }
  if (day.overBy > 0) return `${day.overBy} over the limit`;
  if (day.day === today && (day.linesCounted > 0 || day.linesMade > 0))
    return toCome > 0 ? `${toCome} to go` : "all done";
  const made = day.linesLeft > 0 ? [`${day.linesLeft} made`] : [];
  return [...made, ...day.loads.map(({ name, lines }) => `${initialsOf(name)}${lines}`)].join(" ");
}

/** "Class A" is A, "Random sample" RS. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const last = words.at(-1) ?? "";
  if (/^[A-Z]$/u.test(last)) return last;
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
