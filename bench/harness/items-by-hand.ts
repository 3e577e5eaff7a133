import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { type BenchScope, secondsOf } from "./figure.ts";

/** Items with all that a file of them has; equal ones for equal names. */
export function itemsFile(name: string, count: number): string {
  const lines = Array.from(
    { length: count },
    (_, at) =>
      `${name}-${String(at).padStart(6, "0")},"Bracket, ${at % 400} × ${at % 90} mm",EA,${at % 97}.5,Group ${at % 40},Maker ${at % 60}`,
  );
  return ["Item ID,Description,UOM,Unit Cost,Category,Supplier", ...lines].join("\n");
}

/** The same rows as somebody would load them who trusts the file: staged by COPY, then inserted. */
export async function itemsByHand(
  scope: BenchScope,
  owner: pg.Client,
): Promise<(file: string) => Promise<number>> {
  const folder = await mkdtemp(path.join(tmpdir(), "tallyroom-items-"));
  scope.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  await owner.query(`create temporary table staged
    (sku text, description text, unit text, cost numeric, category text, supplier text)`);
  return async (file) => {
    const place = path.join(folder, "items.csv");
    await writeFile(place, file, { mode: 0o644 });
    return secondsOf(async () => {
      await owner.query("begin");
      await owner.query("truncate staged");
      await owner.query(`copy staged from '${place}' (format csv, header)`);
      await owner.query(
        "insert into category (name) select distinct category from staged on conflict do nothing",
      );
      await owner.query(
        "insert into supplier (name) select distinct supplier from staged on conflict do nothing",
      );
      await owner.query(`insert into item (sku, description, category_id, unit_code, tracking,
          unit_cost, created_at)
        select s.sku, s.description, c.id, s.unit, 'BULK', s.cost, now()
        from staged s join category c on c.name = s.category`);
      await owner.query(`insert into item_supplier (item_id, supplier_id, is_preferred)
        select i.id, p.id, true
        from staged s join item i on i.sku = s.sku join supplier p on p.name = s.supplier`);
      await owner.query("commit");
    });
  };
}
