export type WindowRow = { index: number } | { gap: number; key: string };

/**
 * What stands in a long table: the rows in sight, a row that must not go (the one with the focus),
 * and gaps in place of all the others.
 */
export function windowRows(
  count: number,
  [first, last]: readonly [number, number],
  pinned?: number,
): WindowRow[] {
  const from = Math.max(0, first);
  const to = Math.min(count - 1, last);
  const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  const isOutside = pinned !== undefined && pinned < count && (pinned < from || pinned > to);
  if (isOutside) shown.splice(pinned < from ? 0 : shown.length, 0, pinned);
  const rows: WindowRow[] = [];
  let next = 0;
  for (const index of shown) {
    if (index > next) rows.push({ gap: index - next, key: `before-${index}` });
    rows.push({ index });
    next = index + 1;
  }
  if (count > next) rows.push({ gap: count - next, key: "end" });
  return rows;
}
