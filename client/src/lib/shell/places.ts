import type { Permission } from "#lib/shared/session/permission.ts";
import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import type { PlaceWord } from "./shell-words.ts";

export interface Place {
  path: string;
  /** A second address of the same page. */
  alsoAt?: string;
  word: PlaceWord;
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
    word: "counts",
    glyph: "counts",
    permission: "view:stock-count",
    isOfWarehouse: true,
  },
  {
    path: "/plan",
    word: "plan",
    glyph: "plan",
    permission: "create:stock-count",
    isOfWarehouse: true,
    isDeskOnly: true,
  },
  {
    path: "/stock",
    word: "stock",
    glyph: "stock",
    permission: "view:stock",
    isOfWarehouse: true,
  },
  {
    path: "/items",
    word: "items",
    glyph: "catalogue",
    permission: "view:catalogue",
    isOfWarehouse: true,
  },
  {
    path: "/locations",
    word: "locations",
    glyph: "locations",
    permission: "view:catalogue",
    isOfWarehouse: true,
  },
  {
    path: "/reports",
    word: "reports",
    glyph: "reports",
    permission: "view:expected-quantity",
    isOfWarehouse: true,
    isDeskOnly: true,
  },
  {
    path: "/import",
    word: "import",
    glyph: "import",
    permission: "create:stock-count",
    isOfWarehouse: true,
    isDeskOnly: true,
  },
  {
    path: "/labels",
    word: "labels",
    glyph: "labels",
    permission: "view:catalogue",
    isOfWarehouse: true,
    isDeskOnly: true,
  },
  {
    path: "/explorer",
    alsoAt: "/graphql",
    word: "api",
    glyph: "explorer",
    isOfWarehouse: false,
    isAtFoot: true,
    isDeskOnly: true,
  },
  {
    path: "/settings",
    word: "settings",
    glyph: "admin",
    permission: "view:expected-quantity",
    isOfWarehouse: true,
    isAtFoot: true,
  },
  {
    path: "/account",
    word: "account",
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
