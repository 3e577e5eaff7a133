/** What rings when something happened in one of a warehouse's counts. */
export function warehouseTopic(warehouseId: number): string {
  return `count:${warehouseId}`;
}

/** What rings when something happened in a count; it is below its warehouse's topic. */
export function sessionTopic(warehouseId: number, sessionId: number): string {
  return `${warehouseTopic(warehouseId)}:${sessionId}`;
}
