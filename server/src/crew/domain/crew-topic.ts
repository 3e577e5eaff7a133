/** What rings when somebody comes, goes, claims a place or sends what was waiting. */
export function crewTopic(warehouseId: number, sessionId: number): string {
  return `crew:${warehouseId}:${sessionId}`;
}
