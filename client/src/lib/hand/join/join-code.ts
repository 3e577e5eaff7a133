export interface JoinCode {
  /** Counts are numbered in each warehouse. */
  number: number;
  /** The warehouse's code; null where only the number was typed. */
  warehouse: string | null;
}

const codeOfCount = /^(?:CC)?[\s-]*0*(\d{1,9})$/i;

/** What is typed ("CC-0007", "7"), or the address in a QR code. Null where it is neither. */
export function readJoinCode(text: string): JoinCode | null {
  const plain = numberOf(text.trim());
  if (plain !== null) return { number: plain, warehouse: null };
  if (!URL.canParse(text.trim())) return null;
  const { pathname, searchParams } = new URL(text.trim());
  const [, code] = /^\/join\/([^/]+)$/.exec(pathname) ?? [];
  const number = code === undefined ? null : numberOf(code);
  return number === null ? null : { number, warehouse: searchParams.get("warehouse") };
}

/** The page that the code leads to, on this server, whatever server an address was printed for. */
export function joinPath({ number, warehouse }: JoinCode): string {
  const code = `CC-${String(number).padStart(4, "0")}`;
  return warehouse ? `/join/${code}?${new URLSearchParams({ warehouse })}` : `/join/${code}`;
}

function numberOf(text: string): number | null {
  const [, digits] = codeOfCount.exec(text) ?? [];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
