import type { Permission } from "#lib/shared/session/permission.ts";
import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";

export interface Place {
  path: string;
  /** A second address of the same page. */
  alsoAt?: string;
  label: string;
  glyph: GlyphName;
  permission?: Permission;
  /** Speaks of one warehouse, which its address then names. */
  isOfWarehouse: boolean;
  /** Stands at the foot of the rail. */
  isAtFoot?: boolean;
  /** Not worth a place in a phone's bar. */
  isDeskOnly?: boolean;
}

export const places: readonly Place[] = [
  {
    path: "/counts",
    label: "Counts",
    glyph: "counts",
    permission: "view:stock-count",
    isOfWarehouse: true,
  },
  {
    path: "/stock",
    label: "Stock",
    glyph: "stock",
    permission: "view:stock",
    isOfWarehouse: true,
  },
  {
    path: "/items",
    label: "Items",
    glyph: "catalogue",
    permission: "view:catalogue",
    isOfWarehouse: true,
  },
  {
    path: "/locations",
    label: "Locations",
    glyph: "locations",
    permission: "view:catalogue",
    isOfWarehouse: true,
  },
  {
    path: "/explorer",
    alsoAt: "/graphql",
    label: "API",
    glyph: "explorer",
    isOfWarehouse: false,
    isAtFoot: true,
    isDeskOnly: true,
  },
  {
    path: "/settings",
    label: "Settings",
    glyph: "admin",
    permission: "view:expected-quantity",
    isOfWarehouse: true,
    isAtFoot: true,
  },
  {
    path: "/account",
    label: "Account",
    glyph: "account",
    isOfWarehouse: false,
    isAtFoot: true,
  },
];

export function isAt(place: Place, pathname: string): boolean {
  return (
    pathname === place.path || pathname === place.alsoAt || pathname.startsWith(`${place.path}/`)
  );
}
