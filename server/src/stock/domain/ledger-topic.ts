/** What rings when a warehouse's ledger has grown. */
export function ledgerTopic(warehouseId: number): string {
  return `stock:${warehouseId}`;
}
