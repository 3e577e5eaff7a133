/** What a person or a key may do, as verb:noun. Roles are sets of these. */
export const permissions = [
  "view:catalogue",
  "view:stock",
  "view:expected-quantity",
  "view:cost",
  "record:stock-moves",
  "view:stock-count",
  "create:stock-count",
  "update:stock-count",
  "approve:stock-count",
  "post:stock-count",
  "manage:catalogue",
  "manage:warehouses",
  "manage:users",
  "manage:api-keys",
  "manage:options",
  "view:audit",
] as const;
export type Permission = (typeof permissions)[number];

export function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text);
}
