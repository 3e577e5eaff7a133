/** More would be no sheet that one person carries, and would keep everybody waiting while it is drawn. */
export const linesAtMost = 1_000;

/** Paper that went out: which lines stand on it never changes. */
export interface CountSheetRow {
  warehouseId: number;
  id: number;
  sessionId: number;
  /** 1, 2, 3 in each count. */
  number: number;
  /** The place that it was narrowed to, with everything below it. */
  locationId: number | null;
  /** Whose places it was narrowed to: those he had claimed, and his part of the work. */
  claimedById: string | null;
  isRestOnly: boolean;
  /** It was printed with what the books say, for those who may see that. */
  showsBooks: boolean;
  printedById: string;
  printedAt: Date;
  linesTotal: number;
  /** How many of them have been typed in from it. */
  linesEntered: number;
}

/** What somebody wants on paper. */
export interface AskedSheet {
  /** Null for the whole count. */
  locationId: number | null;
  claimedById: string | null;
  /** Only what nobody has counted yet. */
  isRestOnly: boolean;
  showsBooks: boolean;
}

/** Where its files are had, behind which their ending stands. */
export function countSheetPath(id: string): string {
  return `/count-sheets/${id}`;
}

/** As people call a count, and as its sheets do. */
export function nameOfCount(number: number): string {
  return `CC-${String(number).padStart(4, "0")}`;
}
