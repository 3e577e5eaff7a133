export interface Reason {
  code: string;
  name: string;
  isActive: boolean;
}

/** Every code, with one moved among those in use; those out of use stay behind them. */
export function moved(reasons: readonly Reason[], code: string, by: 1 | -1): string[] {
  const inUse = reasons.filter(({ isActive }) => isActive).map((reason) => reason.code);
  const rest = reasons.filter(({ isActive }) => !isActive).map((reason) => reason.code);
  const from = inUse.indexOf(code);
  const to = from + by;
  if (from < 0 || to < 0 || to >= inUse.length) return [...inUse, ...rest];
  const others = inUse.filter((each) => each !== code);
  return [...others.slice(0, to), code, ...others.slice(to), ...rest];
}

/** What programs will call a reason of this name: "Damaged by water" is DAMAGED_BY_WATER. */
export function codeFor(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^[^A-Z]+|_+$/g, "")
    .slice(0, 60);
}
