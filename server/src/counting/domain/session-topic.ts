/** What rings when something happened in a count. */
export function sessionTopic(warehouseId: number, sessionId: number): string {
  return `count:${warehouseId}:${sessionId}`;
}
