/** The feed of one count: another epoch is another feed, whose positions mean other events. */
export function sessionFeedName(session: {
  warehouseId: number;
  id: number;
  epoch: string;
}): string {
  return `session:${session.warehouseId}:${session.id}:${session.epoch}`;
}
