import type { Permission } from "../../accounts/domain/permission.ts";
import type { ImportKind } from "../domain/import-kind.ts";

/** Whoever may do it one by one may do it by file, and nobody else. */
export const importPermissions: Readonly<Record<ImportKind, Permission>> = {
  COUNTS: "create:stock-count",
  ITEMS: "manage:catalogue",
  LOCATIONS: "manage:warehouses",
  OPENING_STOCK: "record:stock-moves",
  MOVES: "record:stock-moves",
};
