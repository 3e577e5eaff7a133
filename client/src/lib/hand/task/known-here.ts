import { comparable } from "../scanning/check-digit.ts";
import type { KnownCodes } from "../scanning/classify-scan.ts";
import type { HandCatalogue } from "./hand-catalogue.ts";
import { isCountedByPiece, type HandLine } from "./hand-line.ts";
import type { KeptPlace, WorkCount } from "./kept-task.ts";

/** What codes mean to a counter of this count, with this line in hand. */
export function knownHere(
  catalogue: HandCatalogue,
  count: Pick<WorkCount, "places">,
  { place, line }: { place: Pick<KeptPlace, "lines"> | null; line: HandLine | null },
): KnownCodes {
  return {
    placesWithCode: (code) =>
      count.places
        .filter((each) => each.code.toUpperCase() === code || isBarcode(each.barcode, code))
        .map(({ id }) => id),
    itemsWithBarcode: (code) => catalogue.itemsWithBarcode(code),
    itemsWithNumber: (code) => catalogue.itemsWithNumber(code),
    isPartOfCode: (code) =>
      catalogue.isPartOfCode(code) || count.places.some((each) => isPartOf(each.code, code)),
    piecesWithCode: (code) =>
      (place?.lines ?? []).flatMap(({ itemId, pieces }) =>
        (pieces ?? [])
          .filter((piece) =>
            [piece.serial, piece.secondSerial, piece.rfidTag].some((name) => isSame(name, code)),
          )
          .map(({ serial }) => ({ itemId, serial })),
      ),
    current: line && {
      itemId: line.item.id,
      isCountedByPiece: isCountedByPiece(line.item),
      lotCodes: lotCodesOf(line, place),
    },
  };
}

function isBarcode(barcode: string | null, code: string): boolean {
  return barcode !== null && comparable(barcode) === comparable(code);
}

/** Nothing where it was kept before anybody asked for it. */
function isSame(serial: string | null | undefined, code: string): boolean {
  return serial?.toUpperCase() === code;
}

function isPartOf(whole: string, part: string): boolean {
  return part.length >= 4 && whole.length > part.length && whole.toUpperCase().startsWith(part);
}

function lotCodesOf({ item }: HandLine, place: Pick<KeptPlace, "lines"> | null): string[] {
  const lines = place?.lines.filter(({ itemId }) => itemId === item.id) ?? [];
  return lines.flatMap(({ lotCode }) => (lotCode === null ? [] : [lotCode]));
}
