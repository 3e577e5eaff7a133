import { isBlindFor, type Looker } from "../../counting/domain/blindness.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { wallClock } from "../../shared/wall-clock.ts";
import { nameOfCount, type CountSheetRow } from "../domain/count-sheet.ts";
import type { PaperLine, PaperSheet } from "../domain/paper-sheet.ts";

export interface AskedPaper {
  sheet: CountSheetRow;
  session: SessionRow;
  looker: Looker;
  /** Of the pages on which it is typed in. */
  origin: string;
}

/** Everything that stands on a sheet, as far as whoever asks for it may see it. */
export async function readPaper(
  db: Db,
  { sheet, session, looker, origin }: AskedPaper,
): Promise<PaperSheet> {
  // It may have been printed by somebody who sees more than whoever takes the file now.
  const showsBooks = sheet.showsBooks && !isBlindFor(session, looker);
  const [around, lines] = await Promise.all([
    readAround(db, sheet),
    readPaperLines(db, sheet, showsBooks),
  ]);
  return {
    count: nameOfCount(session.number),
    title: session.title,
    number: sheet.number,
    warehouse: around.warehouse,
    narrowedTo: narrowedTo(sheet, around),
    printedBy: around.printedBy ?? "somebody who is gone",
    printedAt: wallClock(sheet.printedAt, around.timeZone),
    isBlind: session.isBlind,
    showsBooks,
    address: addressOf(sheet, around.code, origin),
    lines,
  };
}

/** A copied link means the same to somebody who works in another warehouse. */
function addressOf(
  { warehouseId, sessionId, number }: CountSheetRow,
  warehouseCode: string,
  origin: string,
): string {
  const id = idOf("CountSession", warehouseId, sessionId);
  const address = new URL(`/counts/${id}/sheets/${number}`, origin);
  address.searchParams.set("warehouse", warehouseCode);
  return address.href;
}

interface Around {
  code: string;
  warehouse: string;
  timeZone: string;
  printedBy: string | null;
  claimedBy: string | null;
  place: string | null;
}

async function readAround(db: Db, sheet: CountSheetRow): Promise<Around> {
  const around = await firstRowOf<Around>(
    db,
    sql`select w.code, w.name as warehouse, w.time_zone as "timeZone",
          (select name from app_user where id = ${sheet.printedById}) as "printedBy",
          (select name from app_user where id = ${sheet.claimedById}) as "claimedBy",
          (select p.code from location p
            where p.warehouse_id = w.id and p.id = ${sheet.locationId}) as place
        from warehouse w where w.id = ${sheet.warehouseId}`,
  );
  return around as Around;
}

function narrowedTo(
  { isRestOnly, claimedById }: CountSheetRow,
  { place, claimedBy }: Around,
): string {
  const where = place === null ? "the whole count" : `${place} and all below it`;
  const whose = claimedById === null ? "" : `, the places of ${claimedBy ?? "somebody"}`;
  return `${where}${whose}${isRestOnly ? ", what was left" : ""}`;
}

/** The code of the item itself and not of a pack; its number where it has none. */
const itemCode = sql`coalesce((
  select b.code from item_barcode b where b.item_id = i.id and b.pack_unit_code is null
  order by (b.kind = 'GTIN') desc, b.code limit 1), i.sku)`;

/** What the books say is not even read where it is not shown. */
function readPaperLines(
  db: Db,
  { warehouseId, id }: CountSheetRow,
  showsBooks: boolean,
): Promise<PaperLine[]> {
  const books = showsBooks
    ? sql`trim_scale(l.quantity_snapshot)::text as "quantityBooks", array(
        select c.serial from count_line_piece c
        where c.warehouse_id = l.warehouse_id and c.line_id = l.id and c.is_expected
        order by c.serial) as "serialsBooks"`
    : sql`null as "quantityBooks", array[]::text[] as "serialsBooks"`;
  return rowsOf<PaperLine>(
    db,
    sql`select i.sku, i.description, i.revision, t.code as "lotCode",
          to_char(t.expires_on, 'YYYY-MM-DD') as "expiresOn", l.stock_status as "stockStatus",
          i.unit_code as "unitCode", u.decimals, i.tracking in ('SERIAL', 'RFID') as "isByPiece",
          ${itemCode} as "itemCode", p.code as "locationCode", p.name as "locationName",
          coalesce(p.barcode, p.code) as "locationBarcode", ${books}
        from count_sheet s
        cross join unnest(s.line_ids) with ordinality as n(id, position)
        join count_line l on l.warehouse_id = s.warehouse_id and l.id = n.id
        join item i on i.id = l.item_id
        join unit u on u.code = i.unit_code
        join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id
        left join lot t on t.id = l.lot_id
        where s.warehouse_id = ${warehouseId} and s.id = ${id}
        order by n.position`,
  );
}
