/**
 * Rows that scroll into sight are drawn into what rows that left it have drawn: writing other words
 * is much less work than building cells. A row that stays keeps its own, and with it the focus.
 */
export function keepSlots(
  kept: ReadonlyMap<number, number>,
  indexes: readonly number[],
): Map<number, number> {
  const slots = new Map<number, number>();
  for (const index of indexes) {
    const slot = kept.get(index);
    if (slot !== undefined) slots.set(index, slot);
  }
  const taken = new Set(slots.values());
  let free = 0;
  for (const index of indexes) {
    if (slots.has(index)) continue;
    while (taken.has(free)) free += 1;
    taken.add(free);
    slots.set(index, free);
  }
  return slots;
}
