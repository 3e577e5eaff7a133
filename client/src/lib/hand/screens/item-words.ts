const day = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** Never 03/04/27. */
export const dayInWords = (date: string) => day.format(new Date(`${date}T00:00:00Z`));

export const unitInWords = (code: string) => code.toLowerCase();

export const packInWords = (code: string, factor: string) => `${unitInWords(code)} ${factor}`;

export const linesInWords = (lines: number) => `${lines} ${lines === 1 ? "line" : "lines"}`;
