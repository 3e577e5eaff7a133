import { Migration } from "@mikro-orm/migrations";

/** The units most warehouses count in, so that the first item of a fresh installation can be made. */
export class Migration0005Units extends Migration {
  override up(): void {
    this.addSql(`
      insert into unit (code, name, decimals) values
        ('EA', 'each', 0), ('PAIR', 'pair', 0), ('SET', 'set', 0),
        ('BOX', 'box', 0), ('CASE', 'case', 0), ('CARTON', 'carton', 0), ('PACK', 'pack', 0),
        ('BAG', 'bag', 0), ('ROLL', 'roll', 0), ('PALLET', 'pallet', 0),
        ('KG', 'kilogram', 3), ('G', 'gram', 0), ('L', 'litre', 3), ('ML', 'millilitre', 0),
        ('M', 'metre', 2)
      on conflict (code) do nothing;
    `);
  }
}
