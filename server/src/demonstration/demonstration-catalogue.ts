import { readFileSync } from "node:fs";
import { parseCsv } from "./parse-csv.ts";

export interface CatalogueItem {
  sku: string;
  description: string;
  category: string;
  unitCode: string;
  unitCost: string | null;
  supplier: string | null;
  /** Only the items that were added say these three themselves; the others follow rules. */
  tracking: string | null;
  shelfLifeDays: number | null;
  pack: { unitCode: string; factor: string } | null;
}

export interface CataloguePlace {
  code: string;
  zone: string;
  shelf: string;
  bin: number | null;
}

export interface CatalogueStock {
  sku: string;
  locationCode: string;
  quantity: string;
}

export interface DemonstrationCatalogue {
  items: CatalogueItem[];
  places: CataloguePlace[];
  stock: CatalogueStock[];
}

export function readDemonstrationCatalogue(): DemonstrationCatalogue {
  return {
    items: [...rowsOf("items.csv"), ...rowsOf("items-added.csv")].map(itemOf),
    places: [...rowsOf("locations.csv"), ...rowsOf("locations-added.csv")].map(placeOf),
    stock: [...rowsOf("stock.csv"), ...rowsOf("stock-added.csv")].map(stockOf),
  };
}

function rowsOf(file: string): Record<string, string>[] {
  return parseCsv(readFileSync(new URL(`data/${file}`, import.meta.url), "utf8"));
}

function itemOf(row: Record<string, string>): CatalogueItem {
  return {
    sku: cell(row, "Item ID"),
    description: cell(row, "Description"),
    category: cell(row, "Category"),
    unitCode: cell(row, "UOM"),
    unitCost: row["Unit Cost"] || null,
    supplier: row["Supplier"] || null,
    tracking: row["Tracking"] || null,
    shelfLifeDays: row["Shelf Life Days"] ? Number(row["Shelf Life Days"]) : null,
    pack: row["Pack Unit"]
      ? { unitCode: row["Pack Unit"], factor: cell(row, "Pack Factor") }
      : null,
  };
}

function placeOf(row: Record<string, string>): CataloguePlace {
  return {
    code: cell(row, "Location"),
    zone: cell(row, "Zone"),
    shelf: cell(row, "Shelf"),
    bin: row["Bin"] ? Number(row["Bin"]) : null,
  };
}

function stockOf(row: Record<string, string>): CatalogueStock {
  return {
    sku: cell(row, "Item ID"),
    locationCode: cell(row, "Location"),
    quantity: cell(row, "Quantity"),
  };
}

function cell(row: Record<string, string>, column: string): string {
  const text = row[column];
  if (!text) throw new Error(`A demonstration file has an empty ${column}: ${JSON.stringify(row)}`);
  return text;
}
