/** What a file can hold. */
export const importKinds = ["COUNTS", "ITEMS", "LOCATIONS", "OPENING_STOCK", "MOVES"] as const;
export type ImportKind = (typeof importKinds)[number];

/** A column that a kind of import understands. */
export interface ImportField {
  key: ImportFieldKey;
  label: string;
  isRequired: boolean;
  /** Other headings by which it is known, in small letters without marks. */
  aliases: readonly string[];
  about: string;
}

export const importFieldKeys = [
  "WAREHOUSE",
  "ITEM",
  "UNITS",
  "LOCATION",
  "SERIAL",
  "SERIAL2",
  "LOT",
  "EXPIRY",
  "SESSION",
  "COUNTED_AT",
  "DESCRIPTION",
  "CATEGORY",
  "UNIT",
  "UNIT_COST",
  "SUPPLIER",
  "TRACKING",
  "BARCODE",
  "NAME",
  "LOCATION_KIND",
  "PARENT",
  "ZONE",
  "MOVE_KIND",
  "TO_LOCATION",
  "MOVED_AT",
  "REFERENCE",
] as const;
export type ImportFieldKey = (typeof importFieldKeys)[number];

type Described = Omit<ImportField, "isRequired">;

const item: Described = {
  key: "ITEM",
  label: "Item ID",
  aliases: ["item", "sku", "partnumber", "part", "artikel", "artikelnummer", "itemnumber"],
  about: "As it stands in the catalogue; zeros in front are kept.",
};
const location: Described = {
  key: "LOCATION",
  label: "Location",
  aliases: ["bin", "place", "platz", "lagerplatz", "locationcode", "fromlocation"],
  about: "The code or the barcode of a place.",
};
const serial: Described = {
  key: "SERIAL",
  label: "Serial",
  aliases: ["serialnumber", "serialno", "seriennr", "seriennummer", "serial1"],
  about: "One row for each piece.",
};
const lot: Described = {
  key: "LOT",
  label: "Lot",
  aliases: ["batch", "charge", "lotnumber"],
  about: "For items that are kept by lot.",
};
const expiry: Described = {
  key: "EXPIRY",
  label: "Expiry",
  aliases: ["expirydate", "expireson", "bestbefore", "mhd"],
  about: "A day, as 2026-11-30.",
};
const quantity = (label: string, about: string): Described => ({
  key: "UNITS",
  label,
  aliases: ["units", "quantity", "qty", "menge", "count", "counted", "onhand", "anzahl"],
  about,
});
const required = (field: Described): ImportField => ({ ...field, isRequired: true });
const optional = (field: Described): ImportField => ({ ...field, isRequired: false });
const plain = (key: ImportFieldKey, label: string, about: string, ...aliases: string[]) => ({
  ...{ key, label, about, aliases },
});

export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  COUNTS: [
    required(
      plain("WAREHOUSE", "Warehouse", "Its code or its name.", "lager", "site", "warehousecode"),
    ),
    required(item),
    required(quantity("Units", "Blank is not counted; 0 is a count of none.")),
    optional(location),
    optional(serial),
    optional(
      plain("SERIAL2", "Serial2", "The second serial, with option 290.", "secondserial", "serial2"),
    ),
    optional(lot),
    optional(
      plain(
        "SESSION",
        "Count Session",
        "A count that is open, as CC-0012, or the name of a new one.",
        ...["session", "countsession", "count", "zaehlung"],
      ),
    ),
    optional(
      plain(
        "COUNTED_AT",
        "Counted At",
        "When the shelf was counted, as 2026-11-21 14:30; blank is when the file was sent.",
        ...["countedat", "date", "time", "counteddate"],
      ),
    ),
  ],
  ITEMS: [
    required(item),
    required(plain("DESCRIPTION", "Description", "What it is.", "name", "bezeichnung", "title")),
    optional(plain("UNIT", "UOM", "A unit of the catalogue; blank is EA.", "unit", "einheit")),
    optional(plain("CATEGORY", "Category", "Made where it is new.", "group", "kategorie")),
    optional(plain("UNIT_COST", "Unit Cost", "Of one unit.", "cost", "preis", "price")),
    optional(plain("SUPPLIER", "Supplier", "Made where it is new.", "vendor", "lieferant")),
    optional(
      plain("TRACKING", "Tracking", "BULK, LOT, SERIAL or RFID; blank is BULK.", "trackedby"),
    ),
    optional(plain("BARCODE", "Barcode", "A GTIN or another code.", "gtin", "ean", "upc")),
  ],
  LOCATIONS: [
    required(location),
    optional(plain("NAME", "Name", "Blank is the code.", "description", "bezeichnung")),
    optional(
      plain("LOCATION_KIND", "Kind", "STORAGE, LINESIDE, ZONE and so on.", "type", "locationkind"),
    ),
    optional(plain("PARENT", "Parent", "The code of the place that it lies in.", "within")),
    optional(plain("ZONE", "Zone", "The name of its zone, made where it is new.", "area", "zone")),
    optional(plain("BARCODE", "Barcode", "What is read there.", "label")),
  ],
  OPENING_STOCK: [
    required(item),
    required(location),
    required(quantity("Quantity", "In the item's own unit; rows without one are left out.")),
    optional(lot),
    optional(expiry),
    optional(serial),
  ],
  MOVES: [
    required(
      plain("MOVE_KIND", "Kind", "RECEIPT, ISSUE or MOVE.", "movekind", "type", "transaction"),
    ),
    required(item),
    required(location),
    optional(
      plain("TO_LOCATION", "To Location", "For a MOVE.", "tolocation", "destination", "nach"),
    ),
    required(quantity("Quantity", "In the item's own unit.")),
    optional(lot),
    optional(serial),
    optional(
      plain(
        "MOVED_AT",
        "When",
        "As 2026-11-21 14:30; blank is when the file was sent.",
        ...["effectiveat", "date", "movedat"],
      ),
    ),
    optional(plain("REFERENCE", "Reference", "A document number.", "document", "beleg")),
  ],
};

export const importKindWords: Readonly<Record<ImportKind, string>> = {
  COUNTS: "counts",
  ITEMS: "items",
  LOCATIONS: "locations",
  OPENING_STOCK: "opening stock",
  MOVES: "moves",
};
