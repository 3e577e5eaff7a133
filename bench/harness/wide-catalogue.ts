import pg from "pg";

const nouns =
  "Bearing,Bolt,Bracket,Cable,Cartridge,Chain,Clamp,Connector,Cover,Fitting,Filter,Gasket,Gear,Glove,Grease,Grip,Hose,Hub,Lamp,Lever,Nut,Pedal,Pin,Plug,Pump,Relay,Rim,Rivet,Rotor,Saddle,Seal,Sensor,Sleeve,Spacer,Spoke,Spring,Switch,Tape,Tube,Tyre,Valve,Washer,Wheel,Wire";
const kinds =
  "hexagon,countersunk,flanged,hydraulic,pneumatic,threaded,sealed,braided,insulated,magnetic,telescopic,adjustable,reinforced,ceramic,tubeless,heavy duty,quick release,left-hand,right-hand,double,single,front,rear,inner,outer";
const stuffs =
  "zinc,steel,stainless A2,stainless A4,brass,copper,nylon,PTFE,rubber,EPDM,NBR,aluminium,carbon,titanium,bronze,black,blue,red,yellow,galvanised";

/**
 * Items as companies have them: numbers and codes that nothing can pack, descriptions of a few words and
 * sizes. A code that is drawn is the worst case; real ones share the prefix of their maker.
 */
export async function fillWideCatalogue(databaseUrl: string, items: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(
      `insert into item (sku, description, unit_code, tracking, created_at)
       select upper(substr(md5('sku' || g), 1, 3)) || '-' || lpad((abs(hashint8(g)) % 100000)::text, 5, '0')
           || '-' || lpad(to_hex(g), 4, '0'),
         (string_to_array($2, ','))[1 + abs(hashint8(g * 7)) % 44] || ' '
           || (string_to_array($3, ','))[1 + abs(hashint8(g * 11)) % 25] || ', '
           || (string_to_array($4, ','))[1 + abs(hashint8(g * 13)) % 20] || ' '
           || abs(hashint8(g * 17)) % 400 || ' × ' || abs(hashint8(g * 19)) % 90 || ' mm',
         'EA', case when g % 12 = 0 then 'LOT' when g % 25 = 0 then 'SERIAL' else 'BULK' end, now()
       from generate_series(1, $1::int) as g`,
      [items, nouns, kinds, stuffs],
    );
    await client.query(
      `insert into item_pack (item_id, unit_code, factor)
       select id, 'CASE', (array[6, 10, 12, 24, 48, 100])[1 + id % 6] from item where sku ~ '^[0-9A-F]{3}-' and id % 3 = 0`,
    );
    await client.query(
      `insert into item_barcode (code, item_id, kind, pack_unit_code)
       select lpad((abs(hashint8extended(id, 5)) % 10000000000000)::text, 13, '0'), id, 'GTIN', null
       from item where sku ~ '^[0-9A-F]{3}-'
       union all
       select lpad((abs(hashint8extended(id, 6)) % 100000000000000)::text, 14, '0'), id, 'GTIN', 'CASE'
       from item where sku ~ '^[0-9A-F]{3}-' and id % 3 = 0
       on conflict do nothing`,
    );
    await client.query("commit");
  } finally {
    await client.end();
  }
}
