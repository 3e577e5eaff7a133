/** A line as it stands on paper. */
export interface PaperLine {
  sku: string;
  description: string;
  revision: string | null;
  lotCode: string | null;
  expiresOn: string | null;
  /** Told where it is not simply available. */
  stockStatus: string;
  unitCode: string;
  decimals: number;
  isByPiece: boolean;
  /** What a scanner reads of the item and of the place. */
  itemCode: string;
  locationCode: string;
  locationName: string;
  locationBarcode: string;
  /** What the books held when the count began; null where that is not shown. */
  quantityBooks: string | null;
  serialsBooks: readonly string[];
}

/** A sheet with everything that stands on it, each text as it is to be read. */
export interface PaperSheet {
  /** As people call it: CC-0007. */
  count: string;
  title: string;
  number: number;
  warehouse: string;
  /** Which lines: the whole count, a place, somebody's places. */
  narrowedTo: string;
  printedBy: string;
  /** On the clock of the site. */
  printedAt: string;
  isBlind: boolean;
  showsBooks: boolean;
  /** Where it is typed in: what the QR code says. */
  address: string;
  lines: readonly PaperLine[];
}

/** What tells an item apart, beside its number. */
export function detailsOf({ revision, lotCode, expiresOn, stockStatus }: PaperLine): string {
  return [
    revision && `Rev. ${revision}`,
    lotCode && `Lot ${lotCode}`,
    expiresOn && `best before ${expiresOn}`,
    stockStatus !== "AVAILABLE" && stockStatus.toLowerCase(),
  ]
    .filter(Boolean)
    .join(" · ");
}
