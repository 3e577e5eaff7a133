/** Decisions tell of expected quantities and of money. */
export const auditPermissions = [
  "view:audit",
  "view:stock-count",
  "view:stock",
  "view:expected-quantity",
  "view:cost",
] as const;

export function mayReadAudit(permissions: ReadonlySet<string>): boolean {
  return auditPermissions.every((permission) => permissions.has(permission));
}
