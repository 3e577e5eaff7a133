/**
 * Where a count sheet is typed in, when what was scanned or pasted is the address that stands on it;
 * whoever has another name for this server may have printed it.
 */
export function sheetAddress(text: string): { path: string; number: number } | undefined {
  const address = URL.parse(text.trim());
  const [, session, number] =
    /^\/counts\/([\w-]+)\/sheets\/(\d{1,9})$/u.exec(address?.pathname ?? "") ?? [];
  if (!address || !session || !number) return undefined;
  return { path: address.pathname + address.search, number: Number(number) };
}
