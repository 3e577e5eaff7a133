/** What the QR code of a count sheet says. */
export interface SheetCode {
  sessionId: string;
  number: number;
  /** The warehouse's code; null where the address does not say it. */
  warehouse: string | null;
}

/** Null where it is the address of no sheet; whatever server it was printed for. */
export function readSheetCode(text: string): SheetCode | null {
  if (!text.includes("/sheets/") || !URL.canParse(text.trim())) return null;
  const { pathname, searchParams } = new URL(text.trim());
  const [, id, number] = /^\/counts\/([^/]+)\/sheets\/([1-9]\d{0,5})$/.exec(pathname) ?? [];
  if (id === undefined) return null;
  const warehouse = searchParams.get("warehouse");
  return { sessionId: decodeURIComponent(id), number: Number(number), warehouse };
}

/** To whoever plans counts the page on which it is typed in, to others its count; null where that is not theirs. */
export function wayOfSheet(
  { sessionId, number, warehouse }: SheetCode,
  { counts, plansCounts }: { counts: readonly { id: string }[]; plansCounts: boolean },
): string | null {
  if (plansCounts) {
    const page = `/counts/${encodeURIComponent(sessionId)}/sheets/${number}`;
    return warehouse ? `${page}?${new URLSearchParams({ warehouse })}` : page;
  }
  if (!counts.some(({ id }) => id === sessionId)) return null;
  return `/count?${new URLSearchParams({ count: sessionId })}`;
}
